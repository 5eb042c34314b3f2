namespace BlogKit.AspNetCore.Internal;

/// <summary>A vote: 1 for, -1 against, 0 for none.</summary>
internal sealed record ApiVote
{
    public required int Value { get; init; }
}
