namespace BlogKit.Storage;

/// <summary>The person whose vote or reaction is counted.</summary>
/// <param name="Key">Who: <see cref="Actor.Key"/>.</param>
/// <param name="Network">
/// The network a guest comes from, <see cref="Actor.Network"/>: its guests have one voice together on each comment. Null for whoever is
/// known otherwise.
/// </param>
public sealed record Voter(ActorKey Key, string? Network = null)
{
    /// <summary>Returns a voter who counts by their key alone.</summary>
    /// <param name="key">Who.</param>
    public static Voter FromKey(ActorKey key) => new(key);

    /// <inheritdoc cref="FromKey"/>
    public static implicit operator Voter(ActorKey key) => FromKey(key);
}
