namespace BlogKit;

/// <summary>Comments by status. The counts are the sizes of the sets, so they cannot disagree.</summary>
internal sealed record StatusSets(ImmutableArray<ImmutableSortedSet<CommentId>> Sets)
{
    public static StatusSets Empty { get; } = new([[], [], [], [], []]);

    public ImmutableSortedSet<CommentId> this[CommentStatus status] => Sets[(int)status];

    public IEnumerable<CommentId> All => Sets.SelectMany(static set => set);

    public ThreadCounts Counts => new()
    {
        Approved = this[CommentStatus.Approved].Count,
        Pending = this[CommentStatus.Pending].Count,
        Spam = this[CommentStatus.Spam].Count,
        Trashed = this[CommentStatus.Trashed].Count,
        Deleted = this[CommentStatus.Deleted].Count,
    };
}
