namespace BlogKit.Interchange.Internal;

/// <summary>The facts of a picture or file, whose content lies beside the copy under its name.</summary>
internal sealed record CopyMedia(string Kind, string Name, long Length, DateTimeOffset AddedAt)
{
    public const string KindName = "media";

    public string? OriginalName { get; init; }

    public ActorKey? AddedBy { get; init; }
}
