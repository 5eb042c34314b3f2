using System.Net;
using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit.Interchange.Internal;

/// <summary>Makes of a comment of the source the one that is stored.</summary>
internal sealed class CommentMaking(ImportSession session, AuthorImport authors)
{
    /// <summary>Makes it.</summary>
    /// <param name="item">The comment of the source.</param>
    /// <param name="id">Its identity here.</param>
    /// <param name="post">The post here.</param>
    /// <param name="parent">The comment it answers; null for a root.</param>
    /// <param name="replaces">The stored version it takes the place of; null for a new one.</param>
    /// <param name="notes">What was altered.</param>
    public CommentImport Make(
        ImportedComment item, CommentId id, PostId post, CommentId? parent, long? replaces, List<SourceNote> notes)
    {
        var isPlaceholder = item.Status is CommentStatus.Deleted && item.Body.Text.Length == 0;
        var markdown = isPlaceholder ? "" : CommentTexts.ToMarkdown(session, item.Body, notes);
        var rendered = session.Services.Renderer.RenderComment(markdown, CommentRendering.Default);
        var (author, user) = authors.FindAccount(item.AccountId);
        var isOld = session.Options.AddressAge is { } age && CreatedAt(item, []) < session.Now - age;
        if (isOld && (item.RemoteAddress ?? item.UserAgent) is not null)
        {
            session.Tally.AddressesLeftOut++;
        }

        var isRemoved = item.Status is CommentStatus.Trashed or CommentStatus.Spam or CommentStatus.Deleted;
        var comment = new Comment
        {
            Id = id,
            BlogId = session.Blog.Id,
            PostId = post,
            ParentId = parent,
            RootId = parent ?? id,
            By = isPlaceholder ? new Commenter { Name = "" } : Writer(item, author, user, notes),
            OwnerKey = isPlaceholder ? null
                : author is { } of ? ActorKey.Author(of)
                : user is { } key ? ActorKey.User(key)
                : null,
            Markdown = markdown,
            Html = rendered.Html,
            PlainText = rendered.PlainText,
            RendererVersion = session.Services.Renderer.Version,
            Status = item.Status,
            StatusBeforeRemoval = isRemoved && !isPlaceholder ? CommentStatus.Pending : null,
            Kind = item.Kind,
            ApprovedRevision = item.Status is CommentStatus.Approved ? 1 : null,
            Decision = Decide(item.Status),
            RemoteAddress = isOld || isPlaceholder ? null : Address(item.RemoteAddress, notes),
            UserAgent = isOld || isPlaceholder
                ? null
                : ShortText.Line(item.UserAgent, session.Services.Options.Comments.MaximumUserAgentLength, "browser", notes),
            CreatedAt = CreatedAt(item, notes),
            PurgedAt = isPlaceholder ? session.Now : null,

            // Dated by the import, so that retention does not erase tonight what was thrown away years ago.
            StatusChangedAt = isRemoved ? session.Now : null,
        };
        return new CommentImport(comment)
        {
            ReplacesVersion = replaces,
            Record = new ModerationRecord
            {
                BlogId = session.Blog.Id,
                CommentId = id,
                Revision = 1,
                Action = ModerationAction.Imported,
                To = item.Status,
                ActorKey = session.Actor.Key ?? ActorKey.System,
                Reason = ShortText.Cut($"From {session.Source}.", 200, "source", []),
                Decision = comment.Decision,
                At = session.Now,
            },
        };
    }

    /// <summary>When a comment was written, as it is stored.</summary>
    public DateTimeOffset CreatedAt(ImportedComment item, List<SourceNote> notes)
    {
        if (item.CreatedAt is { } at && at.UtcDateTime.Year is > 1 and < 9999)
        {
            return at.ToUniversalTime();
        }

        notes.Add(new SourceNote(SourceNoteKind.Date, "date", "It has no date that can be one; that of the import is its date."));
        return session.Now;
    }

    private Commenter Writer(ImportedComment item, AuthorId? author, string? user, List<SourceNote> notes)
    {
        var limits = session.Services.Options.Comments;
        var name = ShortText.Line(item.Name, limits.MaximumNameLength, "name", notes);
        if (name is null)
        {
            name = limits.AnonymousName;
            notes.Add(new SourceNote(SourceNoteKind.Missing, "name", $"The writer gave no name; shown is '{name}'."));
        }

        var writer = new Commenter
        {
            Kind = author is not null ? CommenterKind.Author : user is not null ? CommenterKind.User : CommenterKind.Guest,
            Name = name,
            Email = Email(item.Email, limits.MaximumEmailLength, notes),
            AuthorId = author,
            UserKey = author is null ? user : null,
        };
        if (string.IsNullOrWhiteSpace(item.Url))
        {
            return writer;
        }

        if (WebAddresses.TryRead(item.Url, limits.MaximumUrlLength, out var url))
        {
            return writer with { Url = url };
        }

        notes.Add(new SourceNote(SourceNoteKind.LeftOut, "url", $"'{Texts.Start(item.Url)}' is no web address."));
        return writer;
    }

    private ModerationDecision Decide(CommentStatus status) => new()
    {
        Outcome = status switch
        {
            CommentStatus.Pending => ModerationOutcome.Hold,
            CommentStatus.Spam => ModerationOutcome.Spam,
            _ => ModerationOutcome.Approve,
        },
        Findings =
        [
            new ModerationFinding
            {
                Policy = "import",
                PolicyVersion = "1",
                Code = "imported",
                Reason = $"It was brought in with the status it had where it came from: {status.ToString().ToLowerInvariant()}.",
                Outcome = status switch
                {
                    CommentStatus.Pending => ModerationOutcome.Hold,
                    CommentStatus.Spam => ModerationOutcome.Spam,
                    _ => ModerationOutcome.Approve,
                },
            },
        ],
        DecidedAt = session.Now,
    };

    private static string? Email(string? text, int maximum, List<SourceNote> notes)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var email = text.Trim();
        if (email.Length <= maximum
            && email.Contains('@', StringComparison.Ordinal)
            && !email.Any(static c => char.IsControl(c) || char.IsWhiteSpace(c))
            && ReferenceEquals(ShortText.Storable(email, "email", []), email))
        {
            return email;
        }

        notes.Add(new SourceNote(SourceNoteKind.LeftOut, "email", "It is no e-mail address."));
        return null;
    }

    private static string? Address(string? text, List<SourceNote> notes)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        // Behind proxies some sites kept a list; the first is the reader's.
        if (IPAddress.TryParse(text.Split(',')[0].Trim(), out var address))
        {
            return address.ToString();
        }

        notes.Add(new SourceNote(SourceNoteKind.LeftOut, "address", "It is no network address."));
        return null;
    }
}
