using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>The model of a learning policy, as it was saved.</summary>
public sealed record LearnedModel
{
    /// <summary>The key of the model: a policy's name with the blog's identity, or with <c>shared</c>; at most 200 characters.</summary>
    public required string Key { get; init; }

    /// <summary>The last <see cref="ModerationRecord.Position"/> it has learned from.</summary>
    public required long Position { get; init; }

    /// <summary>The model, in the form of whoever saved it.</summary>
    public required ImmutableArray<byte> State { get; init; }

    /// <summary>When it was saved (UTC).</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>Counts changes; 0 = never saved. Set by the store only.</summary>
    public long Version { get; init; }
}
