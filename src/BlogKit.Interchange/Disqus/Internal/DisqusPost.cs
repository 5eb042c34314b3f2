namespace BlogKit.Interchange.Internal;

/// <summary>One <c>post</c> of an export, which is a comment.</summary>
internal sealed class DisqusPost(DisqusFields fields, DisqusSeen seen, DisqusRules rules)
{
    private const string Kind = "post";

    private readonly List<SourceNote> _notes = [];

    /// <summary>Makes the item of it.</summary>
    public ImportItem ToItem()
    {
        if (fields.Id is not { } id)
        {
            return DisqusItems.Nameless(fields, Kind);
        }

        if (!seen.AddPost(id))
        {
            return DisqusItems.Again(fields, Kind, id);
        }

        if (fields.ThreadId is not { } thread)
        {
            return Unusable(id, "It names no thread by a dsq:id, so which page it belongs to is not known.");
        }

        if (seen.RefusalOf(thread) is { } refusal)
        {
            return Unusable(id, $"Its thread {thread} cannot be brought in: {refusal}.");
        }

        foreach (var name in (string[])["isDeleted", "isSpam", "isApproved"])
        {
            if (fields.Flag(name) is null)
            {
                return Unusable(id, DisqusItems.Unknown(name, fields[name], "whether it may be shown is not known"));
            }
        }

        var item = fields.Flag("isDeleted") is true ? Placeholder(id, thread) : Comment(id, thread);
        return _notes.Count == 0 ? item : item with { Notes = [.. _notes] };
    }

    // Whoever deleted a comment does not want it to come back with a move.
    private ImportedComment Placeholder(string id, string thread)
    {
        if (Texts.OrNull(fields.Message ?? "…") is not null)
        {
            _notes.Add(new SourceNote(
                SourceNoteKind.LeftOut, "body", "It was deleted there; the text that the export still has was left out."));
        }

        return new ImportedComment
        {
            OriginalId = id,
            PostId = thread,
            ParentId = Parent(),
            Status = CommentStatus.Deleted,
            Body = new ImportedBody("", ImportedFormat.Html),
            CreatedAt = DisqusDates.Read(fields["createdAt"], _notes),
            Extras = Extras(),
            Place = fields.Place,
        };
    }

    private ImportItem Comment(string id, string thread)
    {
        if (fields.Message is not { } message)
        {
            return Unusable(id, $"Its text is longer than {rules.MaximumTextLength} characters.");
        }

        if (fields.TooLong is [var tooLong, ..])
        {
            return Unusable(id, $"Its {tooLong} is longer than {BoundedXml.MaximumFieldLength} characters.");
        }

        if (string.IsNullOrWhiteSpace(message))
        {
            _notes.Add(new SourceNote(SourceNoteKind.LeftOut, "body", "The export has no text of it, though it was not deleted."));
        }

        return new ImportedComment
        {
            OriginalId = id,
            PostId = thread,
            ParentId = Parent(),
            Status = fields.Flag("isSpam") is true ? CommentStatus.Spam
                : fields.Flag("isApproved", whenMissing: true) is true ? CommentStatus.Approved
                : CommentStatus.Pending,
            Body = new ImportedBody(message.Trim(), ImportedFormat.Html),
            Name = Texts.Plain(fields["author/name"] ?? ""),
            Email = fields["author/email"],
            Url = fields["author/link"],
            AccountId = Account(),
            RemoteAddress = fields["ipAddress"],
            CreatedAt = DisqusDates.Read(fields["createdAt"], _notes),
            Extras = Extras(),
            Place = fields.Place,
        };
    }

    private UnusableItem Unusable(string id, string reason) => DisqusItems.Unusable(fields, Kind, id, reason);

    private string? Parent()
    {
        if (fields is { HasParent: true, ParentId: null })
        {
            _notes.Add(new SourceNote(SourceNoteKind.UnknownValue, "parent", "It answers a comment that it does not name by a dsq:id."));
        }

        return fields.ParentId;
    }

    private string? Account()
    {
        if (fields.Flag("author/isAnonymous") is not { } isAnonymous)
        {
            _notes.Add(new SourceNote(
                SourceNoteKind.UnknownValue,
                "account",
                $"'{Texts.Start(fields["author/isAnonymous"] ?? "")}' is neither true nor false: the writer is taken as a guest."));
            return null;
        }

        return isAnonymous ? null : fields["author/username"];
    }

    // The identifier is that of the system Disqus once took the comment from, such as "wp_id=12".
    private ImmutableSortedDictionary<string, string> Extras()
    {
        var extras = ImportedExtras.None;
        if (fields["id"] is { Length: <= DisqusRules.MaximumIdLength } id)
        {
            extras = extras.Add("id", id);
        }

        foreach (var name in (string[])["isFlagged", "isHighlighted"])
        {
            extras = fields.Flag(name) is true ? extras.Add(name, "true") : extras;
        }

        return extras;
    }
}
