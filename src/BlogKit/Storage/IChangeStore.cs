namespace BlogKit.Storage;

/// <summary>
/// Reads the change feed of a blog, into which every role writes in the transaction of each change: whoever keeps something made of the
/// blog's data, or copies the blog while it lives, finds there what to read again. Safe for concurrent use.
/// </summary>
/// <remarks>
/// <para>
/// Positions count from 1 in the order of commits of the blog, none is left out and none is given twice: whoever has read up to a position
/// finds every later change behind it. A call that changes nothing (refused, a conflict, nothing there, said before) leaves no row; one
/// whose transaction fails leaves none either.
/// </para>
/// <para>
/// A call leaves one row. Saving a blog is <see cref="BlogChangeKind.Blog"/>; saving or deleting a post <see cref="BlogChangeKind.Post"/>
/// (a deleted one takes its revisions, slugs, thread, log and unsaved texts along without further rows); authors, categories and series,
/// footer blocks, bans, unsaved texts, display names, and imports with origins have their kinds. What belongs to a comment is in the
/// comment's row: its log, counters, earlier texts, submission key, fingerprints, what is forgotten of its origins, and the votes and flags
/// that go or are dismissed with the change. The row of a comment is <see cref="BlogChangeKind.Thread"/> when it was approved before or is
/// afterwards, else <see cref="BlogChangeKind.Queue"/>; what follows moderators' lists reads both. Votes and reactions are
/// <see cref="BlogChangeKind.Feedback"/>, flags <see cref="BlogChangeKind.Queue"/>.
/// </para>
/// <para>
/// These leave several rows. Importing comments: one for each that was stored or updated, with all that came with it. Saving renderings:
/// one for each comment. Purging: one more for each
/// empty comment above that goes with it. Moving a comment with all below it: <see cref="BlogChangeKind.Thread"/> with that comment, and to
/// another post once for each of the two posts; merging threads does so for each root. Deleting a category, a series or a footer block: one
/// more of <see cref="BlogChangeKind.Post"/> for each post that named it; deleting a post: one more for each that stood below it. Deleting
/// old unsaved texts: one for each. A display name that a comment brings, or that goes with the last one of its user: one of its own.
/// </para>
/// <para>
/// Models of learning policies (<see cref="ILearningStore"/>) are not in it: they may be of every blog, are learned again from the log, and
/// have a version that is cheap to ask for. Nor is what <see cref="DeleteChangesAsync"/> deletes, or what an index alone needs.
/// </para>
/// </remarks>
public interface IChangeStore
{
    /// <summary>
    /// Returns the changes of a blog behind a position (0 = from the first), by position, and whether some are missing. At most 2 commands;
    /// cost that of the changes returned.
    /// </summary>
    /// <param name="blogId">The blog; one that is not there has no changes.</param>
    /// <param name="after">The position that was read up to.</param>
    /// <param name="limit">At most this many, at least 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">The position is below 0, or the limit below 1.</exception>
    Task<ChangeSlice> ReadChangesAsync(BlogId blogId, long after, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the position of the newest change of a blog; 0 when there was none. What is read afterwards holds every change up to it.
    /// One command.
    /// </summary>
    Task<long> ReadChangePositionAsync(BlogId blogId, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes the changes of a blog from the oldest on, up to the last that was written before the given moment: one that says a later
    /// moment, because a clock was ahead, goes with those behind it. The newest one always stays, so that no position is given twice.
    /// Returns how many were deleted. May take several transactions, so that others write in between.
    /// </summary>
    Task<int> DeleteChangesAsync(BlogId blogId, DateTimeOffset before, CancellationToken cancellationToken);
}
