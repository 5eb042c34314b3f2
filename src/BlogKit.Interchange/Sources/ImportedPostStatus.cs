namespace BlogKit.Interchange;

/// <summary>The stage of a post in its source.</summary>
public enum ImportedPostStatus
{
    /// <summary>Being written.</summary>
    Draft = 0,

    /// <summary>Waiting for an editor.</summary>
    PendingReview = 1,

    /// <summary>Appears by itself at its date.</summary>
    Scheduled = 2,

    /// <summary>Published.</summary>
    Published = 3,

    /// <summary>For those alone who may edit it.</summary>
    Private = 4,

    /// <summary>In the trash: left there unless the import is told to bring it as a draft.</summary>
    Trashed = 5,
}
