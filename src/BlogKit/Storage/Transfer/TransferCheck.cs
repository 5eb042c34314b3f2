using BlogKit.Moderation;
using BlogKit.Redirects;

namespace BlogKit.Storage;

/// <summary>
/// Finds what keeps an item of a copy out of any store, whatever the store holds. Every store calls this before it writes one, so that all
/// refuse alike. Stateless and thread-safe.
/// </summary>
public static partial class TransferCheck
{
    private const string BelowItself = "It stands below itself.";

    /// <summary>
    /// The highest version and position: every reader of JSON reads it exactly, and a store can count on from it for ever.
    /// </summary>
    private const long Highest = (1L << 53) - 1;

    /// <summary>The highest count, and number of a text: a store can count on from it.</summary>
    private const int HighestCount = 1_000_000_000;

    /// <summary>
    /// Returns why an item cannot be written into a blog: it is of another blog, an identity is missing, a list, a place in one or a text
    /// is null, a text cannot be stored (<see cref="StorableText"/>), a value is none of its kind, a number is too high to count on from,
    /// or it stands below itself; null when it can.
    /// </summary>
    /// <param name="blogId">The blog that is written.</param>
    /// <param name="item">The item.</param>
    public static string? FindProblem(BlogId blogId, TransferItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        try
        {
            return item switch
            {
                TransferredBlog { Blog: { } blog } => Check(blogId, blog),
                TransferredAuthor { Author: { } author } => Check(blogId, author),
                TransferredCategory { Category: { } category } => Check(blogId, category),
                TransferredSeries { Series: { } series } => Check(blogId, series),
                TransferredFooterBlock { Block: { } block } => Check(blogId, block),
                TransferredPost { Post: { } post } => Check(blogId, post),
                TransferredFormerSlug former => Known(former.PostId != default && former.Slug != default),
                TransferredPostRevision { Revision: { } revision } => Check(revision),
                TransferredComment { Comment: not null } comment => Check(blogId, comment),
                TransferredCommentRevision { Revision: { } revision } => Check(revision),
                TransferredFeedback { Voter: not null, Said: not null } feedback => Check(feedback),
                TransferredFlag { Flag: { } flag } => Check(blogId, flag),
                TransferredPurgedComment purged => Known(purged.PostId != default && purged.CommentId != default),
                TransferredRecord { Record: not null } record => Check(blogId, record),
                TransferredBan { Ban: { } ban } => Check(blogId, ban),
                TransferredDisplayName { Name: { } name } => Check(blogId, name),
                TransferredAutosave { Autosave: { } autosave } => Check(blogId, autosave),
                TransferredModel { Model: { } model } => Check(blogId, model),
                TransferredImport { Import: { } import } => Check(blogId, import),
                TransferredOrigin { Origin: { } origin } => Check(blogId, origin),
                TransferredRedirect { Redirect: { } redirect } => Check(blogId, redirect),
                _ => "It has nothing in it.",
            };
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }

    private static string? Check(BlogId blogId, Blog blog)
    {
        if ((Listed(blog.Reactions) ?? Each(blog.Reactions, static r => Given(r.Key, r.Emoji, r.Label))) is { } problem)
        {
            return problem;
        }

        StorableText.Check(blog);
        return Of(blogId, blog.Id)
            ?? Given(blog.Key, blog.Name, blog.Description, blog.Language, blog.TimeZone)
            ?? Known(blog.Comments is not null && Enum.IsDefined(blog.Comments.Mode) && Enum.IsDefined(blog.Comments.Sensitivity))
            ?? Counted(blog.Version);
    }

    private static string? Check(BlogId blogId, Author author)
    {
        if ((Listed(author.Links) ?? Each(author.Links, static l => Given(l.Label, l.Url?.OriginalString))) is { } problem)
        {
            return problem;
        }

        StorableText.Check(author);
        return Of(blogId, author.BlogId)
            ?? Known(author.Id != default && author.Slug != default)
            ?? Given(author.DisplayName, author.BioMarkdown, author.BioHtml)
            ?? Counted(author.Version);
    }

    private static string? Check(BlogId blogId, Category category)
    {
        StorableText.Check(category);
        return Of(blogId, category.BlogId)
            ?? Known(category.Id != default && category.Slug != default)
            ?? Given(category.Name, category.Description)
            ?? Counted(category.Version)
            ?? (category.ParentId == category.Id ? BelowItself : null);
    }

    private static string? Check(BlogId blogId, Series series)
    {
        StorableText.Check(series);
        return Of(blogId, series.BlogId)
            ?? Known(series.Id != default && series.Slug != default)
            ?? Given(series.Name, series.Description)
            ?? Counted(series.Version);
    }

    private static string? Check(BlogId blogId, FooterBlock block)
    {
        StorableText.Check(block);
        return Of(blogId, block.BlogId)
            ?? Known(block.Id != default && Enum.IsDefined(block.Kind) && Enum.IsDefined(block.Scope))
            ?? Given(block.Name, block.Markdown, block.Html)
            ?? Counted(block.Version);
    }

    private static string? Check(BlogId blogId, Post post)
    {
        if ((Known(post.Rendered is not null && post.Seo is not null && post.Comments is not null)
            ?? Listed(post.AuthorIds)
            ?? Listed(post.Tags)
            ?? Listed(post.CategoryIds)
            ?? Listed(post.FooterBlockIds)
            ?? Listed(post.Fields)
            ?? Listed(post.Rendered!.Headings)
            ?? Each(post.Tags, static t => Given(t.Name) ?? Known(t.Slug != default))
            ?? Each(post.Fields, static f => Given(f.Name, f.Value))
            ?? Each(post.Rendered.Headings, static h => Given(h.Text, h.Anchor))
            ?? (post.FeaturedImage is { } image ? Given(image.Url, image.AlternativeText) : null)) is { } problem)
        {
            return problem;
        }

        StorableText.Check(post);
        return Of(blogId, post.BlogId)
            ?? Given(
                post.Title,
                post.Markdown,
                post.Rendered!.Html,
                post.Rendered.PlainText,
                post.Rendered.ExcerptHtml,
                post.Rendered.ExcerptText)
            ?? Known(post.Id != default
                && post.Slug != default
                && Enum.IsDefined(post.Kind)
                && Enum.IsDefined(post.Status)
                && Enum.IsDefined(post.Visibility)
                && Enum.IsDefined(post.Format)
                && Enum.IsDefined(post.StatusBefore.GetValueOrDefault())
                && Enum.IsDefined(post.Comments!.Mode.GetValueOrDefault())
                && Enum.IsDefined(post.Comments.Sensitivity.GetValueOrDefault()))
            ?? Counted(post.Version)
            ?? (post.ParentId == post.Id ? BelowItself : null);
    }

    private static string? Check(PostRevision revision)
    {
        StorableText.Check(revision);
        return Known(revision.Id != default && revision.PostId != default && Enum.IsDefined(revision.Format))
            ?? Given(revision.Title, revision.Markdown);
    }

    private static string? Check(BlogId blogId, TransferredComment item)
    {
        var comment = item.Comment;
        if ((Known(comment.By is not null && comment.Decision is not null)
            ?? Listed(comment.Reactions)
            ?? Listed(item.Fingerprints)
            ?? FindProblem(comment.Decision)
            ?? (comment.Appeal is { } appeal ? Given(appeal.Text) : null)
            ?? (comment.Hold is { } hold
                ? Given(hold.Reason) ?? Known(Enum.IsDefined(hold.By) && Enum.IsDefined(hold.OutcomeBefore))
                : null)) is { } problem)
        {
            return problem;
        }

        StorableText.Check(comment);
        StorableText.Check(item.SubmissionKey);
        StorableText.Check(item.RequestHash);
        return Of(blogId, comment.BlogId)
            ?? Given(comment.By!.Name, comment.Markdown, comment.Html, comment.PlainText)
            ?? Known(comment.Id != default
                && Enum.IsDefined(comment.Status)
                && Enum.IsDefined(comment.StatusBeforeRemoval.GetValueOrDefault())
                && Enum.IsDefined(comment.Kind)
                && Enum.IsDefined(comment.By.Kind)
                && comment is
                {
                    UpVotes: >= 0 and <= HighestCount,
                    DownVotes: >= 0 and <= HighestCount,
                    Revision: >= 1 and <= HighestCount,
                }
                && comment.Reactions.All(static r => r is { Key: not null, Count: > 0 and <= HighestCount })
                && (comment.PurgedAt is null || comment.Status is CommentStatus.Deleted))
            ?? Counted(comment.Version)
            ?? (comment.ParentId == comment.Id ? BelowItself : null);
    }

    private static string? Check(CommentRevision revision)
    {
        StorableText.Check(revision.Markdown);
        return Given(revision.Markdown) ?? Known(revision.CommentId != default && revision.Revision is >= 1 and <= HighestCount);
    }

    private static string? Check(TransferredFeedback feedback)
    {
        StorableText.Check(feedback.Voter);
        StorableText.Check(feedback.Said.Reaction);
        return Known(feedback.CommentId != default && Enum.IsDefined(feedback.Said.Vote) && feedback.Said != OwnFeedback.None);
    }

    private static string? Check(BlogId blogId, CommentFlag flag)
    {
        StorableText.Check(flag);
        return Of(blogId, flag.BlogId)
            ?? Known(flag.CommentId != default && Enum.IsDefined(flag.Kind) && double.IsFinite(flag.Weight) && flag.Weight > 0);
    }

    private static string? Check(BlogId blogId, TransferredRecord item)
    {
        var record = item.Record;
        if ((FindProblem(record.Decision)
            ?? Listed(record.Shadows)
            ?? Each(record.Shadows, static s => Given(s.PolicySet) ?? Known(s.Decision is not null) ?? FindProblem(s.Decision)))
            is { } problem)
        {
            return problem;
        }

        StorableText.Check(record);
        return Of(blogId, record.BlogId)
            ?? Known(record.CommentId != default
                && record.Position is >= 1 and <= Highest
                && Enum.IsDefined(record.Action)
                && Enum.IsDefined(record.To)
                && Enum.IsDefined(record.From.GetValueOrDefault())
                && Enum.IsDefined(record.FromBeforeRemoval.GetValueOrDefault())
                && item.Undone != default(RecordId));
    }

    private static string? Check(BlogId blogId, Ban ban)
    {
        StorableText.Check(ban);
        return Of(blogId, ban.BlogId) ?? Given(ban.Key) ?? Known(ban.Key.Length > 0 && ban.LiftedAt is null == ban.LiftedBy is null);
    }

    private static string? Check(BlogId blogId, DisplayName name)
    {
        StorableText.Check(name);
        return Of(blogId, name.BlogId) ?? Given(name.UserKey, name.Name);
    }

    private static string? Check(BlogId blogId, PostAutosave autosave)
    {
        StorableText.Check(autosave);
        return Of(blogId, autosave.BlogId) ?? Given(autosave.Title, autosave.Markdown, autosave.Fields);
    }

    private static string? Check(BlogId blogId, LearnedModel model)
    {
        StorableText.Check(model.Key);
        return Given(model.Key)
            ?? (model.Key.EndsWith(blogId.ToString(), StringComparison.Ordinal) ? null : "It is the model of another blog, or of many.")
            ?? Known(model.Position is >= 0 and <= Highest)
            ?? Listed(model.State)
            ?? Counted(model.Version);
    }

    private static string? Check(BlogId blogId, ImportRun import)
    {
        StorableText.Check(import);
        return Of(blogId, import.BlogId) ?? Given(import.Source) ?? Known(import is { Number: >= 1, Counts: not null });
    }

    private static string? Check(BlogId blogId, Origin origin)
    {
        StorableText.Check(origin);
        return Of(blogId, origin.BlogId)
            ?? Given(origin.Source, origin.OriginalId, origin.ContentHash)
            ?? Known(Enum.IsDefined(origin.Kind));
    }

    private static string? Check(BlogId blogId, Redirect redirect)
    {
        if (Known(redirect.To is not null && Enum.IsDefined(redirect.To.Kind)) is { } problem)
        {
            return problem;
        }

        StorableText.Check(redirect);
        return Of(blogId, redirect.BlogId);
    }

    private static string? Of(BlogId blogId, BlogId given) =>
        given == blogId ? null : FormattableString.Invariant($"It is of blog {given}.");

    private static string? Given(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is null)
            {
                return "A text that must be there is missing.";
            }
        }

        return null;
    }

    private static string? Listed<T>(ImmutableArray<T> items) =>
        items.IsDefault || items.Any(static item => item is null)
            ? "A list that must be there is missing, or has nothing in a place."
            : null;

    private static string? Each<T>(ImmutableArray<T> items, Func<T, string?> find) =>
        items.Select(find).FirstOrDefault(static p => p is not null);

    private static string? Known(bool isKnown) => isKnown ? null : "An identity is missing, or a value is none of its kind.";

    private static string? Counted(long version) =>
        version is >= 1 and <= Highest ? null : "Its version is below 1, or too high to count on from.";
}
