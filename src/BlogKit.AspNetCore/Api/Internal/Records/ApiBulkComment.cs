namespace BlogKit.AspNetCore.Internal;

/// <summary>A comment and the version the decision is about; null for whatever it is by now.</summary>
internal sealed record ApiBulkComment
{
    public required CommentId Id { get; init; }

    public long? Version { get; init; }
}
