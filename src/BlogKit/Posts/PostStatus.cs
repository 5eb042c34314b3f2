namespace BlogKit;

/// <summary>The stage of a post's life.</summary>
public enum PostStatus
{
    /// <summary>Being written; only those who may edit it see it.</summary>
    Draft,

    /// <summary>Handed in; an editor decides.</summary>
    PendingReview,

    /// <summary>Will be published by itself at <see cref="Post.PublishedAt"/>; from that moment it counts as published.</summary>
    Scheduled,

    /// <summary>To be read.</summary>
    Published,

    /// <summary>Finished, and only for those who may edit it.</summary>
    Private,

    /// <summary>Taken out of the stream and of the lists; its address answers "gone" to readers.</summary>
    Archived,
}
