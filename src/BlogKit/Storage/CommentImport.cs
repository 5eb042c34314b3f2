using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>
/// A comment that comes from elsewhere, with what belongs to it. A <see cref="Comment"/> by itself is one too, with nothing beside it.
/// </summary>
/// <param name="Comment">
/// The comment. It is stored as it is: root and depth as they follow from the parent, the version at least 1, the counts of votes and
/// reactions at least those of <see cref="Voices"/>.
/// </param>
public sealed record CommentImport(Comment Comment)
{
    private readonly ImmutableArray<CommentRevision> _revisions = [];
    private readonly ImmutableArray<ImportedVoice> _voices = [];

    /// <summary>
    /// The record of its log about the import, usually of <see cref="ModerationAction.Imported"/>; null for none. Never null when
    /// <see cref="ReplacesVersion"/> is given.
    /// </summary>
    public ModerationRecord? Record { get; init; }

    /// <summary>The texts it had before, each of another number below <see cref="Comment.Revision"/>; empty for none.</summary>
    public ImmutableArray<CommentRevision> Revisions
    {
        get => _revisions;
        init => _revisions = value.IsDefault ? [] : value;
    }

    /// <summary>
    /// The single votes and reactions that are known; empty for none. Of several of one voter, or of one network, the first is kept, and
    /// who said nothing is left out.
    /// </summary>
    public ImmutableArray<ImportedVoice> Voices
    {
        get => _voices;
        init => _voices = value.IsDefaultOrEmpty ? [] : Distinct(value);
    }

    /// <summary>The fingerprints of the text, stored with the comment. Empty = none; they stay when the comment is updated.</summary>
    public ImmutableArray<long> Fingerprints { get; init; } = [];

    /// <summary>The hash made of the idempotency key, unique among comments; null when there is none.</summary>
    public string? SubmissionKey { get; init; }

    /// <summary>The hash of the request; null when there is no key.</summary>
    public string? RequestHash { get; init; }

    /// <summary>
    /// The stored version that may be updated when the identity is stored already; null (the default) = what is stored is left as it is.
    /// </summary>
    public long? ReplacesVersion { get; init; }

    /// <summary>Returns the import of a comment with nothing beside it.</summary>
    /// <param name="comment">The comment.</param>
    public static CommentImport FromComment(Comment comment) => new(comment);

    /// <inheritdoc cref="FromComment"/>
    public static implicit operator CommentImport(Comment comment) => FromComment(comment);

    /// <summary>Returns the comment as it is stored when its identity is new, but for its place: version and counts are raised.</summary>
    public Comment ToStored()
    {
        var comment = Comment with { Version = Math.Max(1, Comment.Version) };
        if (Voices.IsEmpty)
        {
            return comment;
        }

        var reactions = comment.Reactions.IsDefault ? [] : comment.Reactions;
        return comment with
        {
            UpVotes = Math.Max(comment.UpVotes, Voices.Count(static v => v.Said.Vote is Vote.Up)),
            DownVotes = Math.Max(comment.DownVotes, Voices.Count(static v => v.Said.Vote is Vote.Down)),
            Reactions =
            [
                .. Voices.Where(static v => v.Said.Reaction is not null)
                    .CountBy(static v => v.Said.Reaction!, StringComparer.Ordinal)
                    .Concat(reactions.Select(static r => KeyValuePair.Create(r.Key, r.Count)))
                    .GroupBy(static r => r.Key, static r => r.Value, StringComparer.Ordinal)
                    .Select(static r => new ReactionCount(r.Key, r.Max()))
                    .OrderBy(static r => r.Key, StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>
    /// Returns the change that makes a stored comment what is imported now; null when it is that already, or when there is no
    /// <see cref="Record"/>. Every store makes its updates by this, based on <see cref="ReplacesVersion"/>.
    /// </summary>
    /// <param name="stored">The comment as it is stored.</param>
    /// <remarks>
    /// The text and its rendering, writer, owner, status with the decision, approval, pin, address, user agent and the time of the last
    /// edit are the given ones. Another text counts as an edit: the one before is kept as a <see cref="CommentRevision"/>, replaced by who
    /// imports at the time of the record, and the number of the text is one higher than the stored one. Place, creation, votes,
    /// reactions, submission key, former texts, hold and appeal stay. A decision that differs only in its findings is no difference.
    /// </remarks>
    public CommentChange? ToChange(Comment stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (Record is null)
        {
            return null;
        }

        var isOtherText = !string.Equals(Comment.Markdown, stored.Markdown, StringComparison.Ordinal);
        var revision = stored.Revision + (isOtherText ? 1 : 0);
        var changed = stored with
        {
            By = Comment.By,
            OwnerKey = Comment.OwnerKey,
            Markdown = Comment.Markdown,
            Html = Comment.Html,
            PlainText = Comment.PlainText,
            RendererVersion = Comment.RendererVersion,
            Status = Comment.Status,
            StatusBeforeRemoval = Comment.StatusBeforeRemoval,
            Kind = Comment.Kind,
            Revision = revision,
            ApprovedRevision = Comment.ApprovedRevision == Comment.Revision ? revision : isOtherText ? null : stored.ApprovedRevision,
            IsPinned = Comment.IsPinned,
            RemoteAddress = Comment.RemoteAddress,
            UserAgent = Comment.UserAgent,
            EditedAt = Comment.EditedAt,
        };
        if (changed == stored && Comment.Decision.Outcome == stored.Decision.Outcome)
        {
            return null;
        }

        return new CommentChange(
            changed with { Decision = Comment.Decision, Version = ReplacesVersion ?? stored.Version },
            Record with { Revision = revision, From = stored.Status, To = changed.Status },
            isOtherText ? Former(stored, Record) : null)
        {
            Fingerprints = Fingerprints.IsDefaultOrEmpty ? null : Fingerprints,
        };
    }

    private static CommentRevision Former(Comment stored, ModerationRecord record) => new()
    {
        CommentId = stored.Id,
        Revision = stored.Revision,
        Markdown = stored.Markdown,
        ReplacedAt = record.At,
        ReplacedBy = record.ActorKey,
    };

    private static ImmutableArray<ImportedVoice> Distinct(ImmutableArray<ImportedVoice> voices)
    {
        var keys = new HashSet<ActorKey>();
        var networks = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. voices.Where(v => v.Said != OwnFeedback.None
                && !keys.Contains(v.Voter.Key)
                && (v.Voter.Network is not { } network || networks.Add(network))
                && keys.Add(v.Voter.Key)),
        ];
    }
}
