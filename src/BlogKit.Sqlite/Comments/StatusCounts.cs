namespace BlogKit;

/// <summary>Numbers of comments by status, or changes of them.</summary>
internal struct StatusCounts
{
    public int Approved { get; private set; }

    public int Pending { get; private set; }

    public int Spam { get; private set; }

    public int Trashed { get; private set; }

    public int Deleted { get; private set; }

    public readonly int Total => Approved + Pending + Spam + Trashed + Deleted;

    public readonly bool IsZero => (Approved | Pending | Spam | Trashed | Deleted) == 0;

    public void Add(CommentStatus status, int count)
    {
        switch (status)
        {
            case CommentStatus.Pending:
                Pending += count;
                break;
            case CommentStatus.Approved:
                Approved += count;
                break;
            case CommentStatus.Spam:
                Spam += count;
                break;
            case CommentStatus.Trashed:
                Trashed += count;
                break;
            default:
                Deleted += count;
                break;
        }
    }

    public readonly StatusCounts Negated => new()
    {
        Approved = -Approved,
        Pending = -Pending,
        Spam = -Spam,
        Trashed = -Trashed,
        Deleted = -Deleted,
    };

    public static StatusCounts One(CommentStatus status)
    {
        var counts = default(StatusCounts);
        counts.Add(status, 1);
        return counts;
    }
}
