namespace BlogKit;

/// <summary>Where a comment is inserted.</summary>
internal readonly record struct NewCommentPlace
{
    public required long Nr { get; init; }

    public required long BlogNr { get; init; }

    public required long PostNr { get; init; }

    public required long? ParentNr { get; init; }

    public required long RootNr { get; init; }

    public required int Depth { get; init; }

    public required byte[] Path { get; init; }

    public required bool IsPresent { get; init; }

    public required long Version { get; init; }

    public int PresentChildren { get; init; }

    public int ShownReplies { get; init; }
}
