namespace BlogKit;

/// <summary>The stage of a post. The numbers are stored and never reused.</summary>
public enum PostStatus
{
    /// <summary>Being written; only those who may edit it see it.</summary>
    Draft = 0,

    /// <summary>Submitted for review; an editor decides.</summary>
    PendingReview = 1,

    /// <summary>Becomes published by itself at <see cref="Post.PublishedAt"/>; from that moment it counts as published.</summary>
    Scheduled = 2,

    /// <summary>Published: readers may open it.</summary>
    Published = 3,

    /// <summary>Finished, and only for those who may edit it.</summary>
    Private = 4,

    /// <summary>Taken out of the stream and of the lists; its address answers "gone" to readers.</summary>
    Archived = 5,
}
