using System.Runtime.CompilerServices;
using BlogKit.Internal;
using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>
/// Refuses texts that cannot be stored: with U+0000, where a text ends in too many places, or with half of a surrogate pair, which cannot
/// be written as UTF-8. Every store calls this before it writes, so that all refuse alike, with an <see cref="ArgumentException"/> that
/// names the member. Stateless and thread-safe.
/// </summary>
public static partial class StorableText
{
    /// <summary>Refuses a text; null is fine.</summary>
    /// <exception cref="ArgumentException">One of its texts cannot be stored.</exception>
    public static void Check(string? text, [CallerArgumentExpression(nameof(text))] string? name = null)
    {
        if (text is null)
        {
            return;
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException($"{name} contains U+0000, which cannot be stored. Nothing was written.", name);
        }

        if (!TextRules.IsStorable(text))
        {
            throw new ArgumentException($"{name} contains half of a surrogate pair, which cannot be stored. Nothing was written.", name);
        }
    }

    /// <summary>Refuses an address; null is fine.</summary>
    /// <exception cref="ArgumentException">One of its texts cannot be stored.</exception>
    public static void Check(Uri? uri, [CallerArgumentExpression(nameof(uri))] string? name = null) => Check(uri?.OriginalString, name);

    /// <summary>Refuses a comment by any of its texts, those of its decision too.</summary>
    /// <exception cref="ArgumentException">One of its texts cannot be stored.</exception>
    public static void Check(Comment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        Check(comment.By.Name);
        Check(comment.By.Email);
        Check(comment.By.Url);
        Check(comment.By.AvatarUrl);
        Check(comment.By.UserKey);
        Check(comment.Markdown);
        Check(comment.Html);
        Check(comment.PlainText);
        Check(comment.RemoteAddress);
        Check(comment.UserAgent);
        Check(comment.Appeal?.Text);
        Check(comment.Hold?.Reason);
        Check(comment.Decision);
        if (!comment.Reactions.IsDefaultOrEmpty)
        {
            foreach (var reaction in comment.Reactions)
            {
                Check(reaction.Key);
            }
        }
    }

    /// <summary>
    /// Refuses an entry of the log by any of its texts, those of its decisions too, or because its identity is <c>default</c>: all such
    /// entries would be one.
    /// </summary>
    /// <exception cref="ArgumentException">One of its texts cannot be stored, or it has no identity.</exception>
    public static void Check(ModerationRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        CheckIsIdentity(record.Id);
        Check(record.Reason);
        Check(record.Decision);
        foreach (var shadow in Safe(record.Shadows))
        {
            Check(shadow.PolicySet);
            Check(shadow.Decision);
        }
    }

    /// <summary>Refuses a flag by a text, or because nobody set it.</summary>
    /// <exception cref="ArgumentException">One of its texts cannot be stored, or it is of <see cref="ActorKey.Anonymous"/>.</exception>
    public static void Check(CommentFlag flag)
    {
        ArgumentNullException.ThrowIfNull(flag);
        CheckIsSomebody(flag.FlaggerKey);
        Check(flag.FlaggerNetwork);
        Check(flag.Note);
    }

    /// <summary>Refuses a voter by a text, or because they are nobody.</summary>
    /// <exception cref="ArgumentException">One of its texts cannot be stored, or it is <see cref="ActorKey.Anonymous"/>.</exception>
    public static void Check(Voter voter)
    {
        ArgumentNullException.ThrowIfNull(voter);
        CheckIsSomebody(voter.Key);
        Check(voter.Network);
    }

    /// <summary>Refuses a ban.</summary>
    /// <exception cref="ArgumentException">One of its texts cannot be stored.</exception>
    public static void Check(Ban ban)
    {
        ArgumentNullException.ThrowIfNull(ban);
        Check(ban.Key);
        Check(ban.Reason);
    }

    /// <summary>Refuses a post by any of its texts, those of its rendering too.</summary>
    /// <exception cref="ArgumentException">One of its texts cannot be stored.</exception>
    public static void Check(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        Check(post.Title);
        Check(post.Markdown);
        Check(post.Excerpt);
        Check(post.PasswordHash);
        Check(post.Rendered.Html);
        Check(post.Rendered.PlainText);
        Check(post.Rendered.ExcerptHtml);
        Check(post.Rendered.ExcerptText);
        Check(post.Seo.Title);
        Check(post.Seo.Description);
        Check(post.Seo.CanonicalUrl);
        Check(post.FeaturedImage?.Url);
        Check(post.FeaturedImage?.AlternativeText);
        Check(post.FeaturedImage?.Caption);
        Check(post.FeaturedImage?.Credit);
        CheckIsKnown(post.Format);
        Check(post.FeedId);
        foreach (var field in Safe(post.Fields))
        {
            Check(field.Name);
            Check(field.Value);
        }

        foreach (var tag in Safe(post.Tags))
        {
            Check(tag.Name);
        }

        foreach (var heading in Safe(post.Rendered.Headings))
        {
            Check(heading.Text);
            Check(heading.Anchor);
        }
    }

    private static void CheckIsKnown(PostFormat format)
    {
        if (!Enum.IsDefined(format))
        {
            throw new ArgumentException($"{format} is no format of a post.", nameof(format));
        }
    }

    /// <summary>Refuses an earlier text of a post; null is fine.</summary>
    /// <exception cref="ArgumentException">One of its texts cannot be stored.</exception>
    public static void Check(PostRevision? revision)
    {
        CheckIsKnown(revision?.Format ?? PostFormat.Markdown);
        Check(revision?.Title);
        Check(revision?.Markdown);
        Check(revision?.Excerpt);
        Check(revision?.Note);
    }

    /// <summary>Refuses all that comes with a new comment.</summary>
    /// <exception cref="ArgumentException">One of its texts cannot be stored.</exception>
    public static void Check(CommentAddition addition)
    {
        ArgumentNullException.ThrowIfNull(addition);
        Check(addition.Comment);
        Check(addition.Record);
        Check(addition.SubmissionKey);
        Check(addition.RequestHash);
        Check(addition.DisplayName);
        foreach (var limit in Safe(addition.Limits))
        {
            Check(limit.Window.Key);
        }
    }

    /// <summary>
    /// Refuses all that comes with a comment from elsewhere, by a text, or because it does not belong to it: a record or former text of
    /// another comment, two former texts with one number or one that is not below that of the comment, an update without a record.
    /// </summary>
    /// <exception cref="ArgumentException">One of its texts cannot be stored, or something does not belong to it.</exception>
    public static void Check(CommentImport import)
    {
        ArgumentNullException.ThrowIfNull(import);
        Check(import.Comment);
        Check(import.SubmissionKey);
        Check(import.RequestHash);
        if (import.Record is { } record)
        {
            Check(record);
            CheckBelongs(
                import, record.CommentId == import.Comment.Id && record.BlogId == import.Comment.BlogId, "a record of another comment");
        }

        CheckBelongs(import, import.Record is not null || import.ReplacesVersion is null, "an update without a record");
        foreach (var voice in import.Voices)
        {
            Check(voice.Voter);
            Check(voice.Said.Reaction);
        }

        var numbers = new HashSet<int>();
        foreach (var former in import.Revisions)
        {
            Check(former.Markdown);
            CheckBelongs(import, former.CommentId == import.Comment.Id, "a former text of another comment");
            CheckBelongs(
                import,
                former.Revision < import.Comment.Revision && numbers.Add(former.Revision),
                "a former text with a number that is taken");
        }
    }

    /// <summary>Refuses all that comes with a change of a comment.</summary>
    /// <exception cref="ArgumentException">One of its texts cannot be stored.</exception>
    public static void Check(CommentChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Check(change.Comment);
        if (change.Record is { } record)
        {
            Check(record);
        }

        Check(change.Replaced?.Markdown);
    }

    /// <summary>Refuses a new rendering of a comment.</summary>
    /// <exception cref="ArgumentException">One of its texts cannot be stored.</exception>
    public static void Check(StaleRendering rendering)
    {
        ArgumentNullException.ThrowIfNull(rendering);
        Check(rendering.Html);
        Check(rendering.PlainText);
    }

    /// <summary>Refuses all that is saved with a post.</summary>
    /// <exception cref="ArgumentException">One of its texts cannot be stored.</exception>
    public static void Check(PostSave save)
    {
        ArgumentNullException.ThrowIfNull(save);
        Check(save.Post);
        Check(save.Revision);
        foreach (var tag in Safe(save.NewTags))
        {
            Check(tag.Name);
        }
    }

    /// <summary>Refuses what an editor keeps of an unsaved post.</summary>
    /// <exception cref="ArgumentException">One of its texts cannot be stored.</exception>
    public static void Check(PostAutosave autosave)
    {
        ArgumentNullException.ThrowIfNull(autosave);
        Check(autosave.Title);
        Check(autosave.Markdown);
        Check(autosave.Fields);
    }

    /// <summary>Refuses the name that somebody chose.</summary>
    /// <exception cref="ArgumentException">One of its texts cannot be stored.</exception>
    public static void Check(DisplayName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Check(name.UserKey);
        Check(name.Name);
    }

    /// <summary>Refuses a blog.</summary>
    /// <exception cref="ArgumentException">One of its texts cannot be stored.</exception>
    public static void Check(Blog blog)
    {
        ArgumentNullException.ThrowIfNull(blog);
        Check(blog.Key);
        Check(blog.Name);
        Check(blog.Description);
        Check(blog.Language);
        Check(blog.TimeZone);
        Check(blog.BaseUrl);
        foreach (var reaction in Safe(blog.Reactions))
        {
            Check(reaction.Key);
            Check(reaction.Emoji);
            Check(reaction.Label);
        }
    }

    /// <summary>Refuses an author.</summary>
    /// <exception cref="ArgumentException">One of its texts cannot be stored.</exception>
    public static void Check(Author author)
    {
        ArgumentNullException.ThrowIfNull(author);
        Check(author.DisplayName);
        Check(author.Email);
        Check(author.UserKey);
        Check(author.Credentials);
        Check(author.BioMarkdown);
        Check(author.BioHtml);
        Check(author.AvatarUrl);
        foreach (var link in Safe(author.Links))
        {
            Check(link.Label);
            Check(link.Url);
        }
    }

    /// <summary>Refuses a category.</summary>
    /// <exception cref="ArgumentException">One of its texts cannot be stored.</exception>
    public static void Check(Category category)
    {
        ArgumentNullException.ThrowIfNull(category);
        Check(category.Name);
        Check(category.Description);
    }

    /// <summary>Refuses a series.</summary>
    /// <exception cref="ArgumentException">One of its texts cannot be stored.</exception>
    public static void Check(Series series)
    {
        ArgumentNullException.ThrowIfNull(series);
        Check(series.Name);
        Check(series.Description);
    }

    /// <summary>Refuses a footer block.</summary>
    /// <exception cref="ArgumentException">One of its texts cannot be stored.</exception>
    public static void Check(FooterBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        Check(block.Name);
        Check(block.Markdown);
        Check(block.Html);
    }

    private static void CheckBelongs(CommentImport import, bool belongs, string what)
    {
        if (!belongs)
        {
            throw new ArgumentException($"The comment {import.Comment.Id} came with {what}. Nothing was written.", nameof(import));
        }
    }

    private static void CheckIsSomebody(ActorKey key)
    {
        if (key == ActorKey.Anonymous)
        {
            throw new ArgumentException("Nobody known has no voice: all who are nobody would share it.", nameof(key));
        }
    }

    private static void CheckIsIdentity(RecordId id, [CallerArgumentExpression(nameof(id))] string? name = null)
    {
        if (id == default)
        {
            throw new ArgumentException($"{name} is default, which identifies nothing. Nothing was written.", name);
        }
    }

    private static ImmutableArray<T> Safe<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;

    private static void Check(ModerationDecision? decision)
    {
        Check(decision?.PolicySet);
        if (decision is null || decision.Findings.IsDefaultOrEmpty)
        {
            return;
        }

        foreach (var finding in decision.Findings)
        {
            Check(finding.Policy);
            Check(finding.PolicyVersion);
            Check(finding.Code);
            Check(finding.Reason);
            Check(finding.PublicReason);
            foreach (var evidence in Safe(finding.Evidence))
            {
                Check(evidence.Rule);
            }

            foreach (var detail in Safe(finding.Details))
            {
                Check(detail.Name);
                Check(detail.Value);
            }
        }
    }
}
