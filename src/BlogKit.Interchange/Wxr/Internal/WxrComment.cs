namespace BlogKit.Interchange.Internal;

/// <summary>One comment of an export.</summary>
internal sealed class WxrComment(WxrElements xml, WxrRules rules, WxrDates dates, string postId)
{
    private const int Depth = 3;

    private readonly SourcePlace _place = xml.Place;
    private readonly WxrMetas _metas = new();
    private readonly List<SourceNote> _notes = [];
    private string? _id;
    private string? _parent;
    private string? _name;
    private string? _email;
    private string? _url;
    private string? _address;
    private string? _local;
    private string? _utc;
    private string? _text = "";
    private string? _approved;
    private string? _type;
    private string? _account;
    private string? _tooLong;

    /// <summary>Reads it.</summary>
    public ImportItem Read()
    {
        while (xml.ReadChild(Depth))
        {
            if (xml.Space == WxrSpace.WordPress)
            {
                ReadField();
            }
        }

        var item = ToItem();
        return WxrNotes.With(item, _notes, _metas, xml);
    }

    private void ReadField()
    {
        switch (xml.Name)
        {
            case "comment_id":
                _id = Short();
                break;
            case "comment_parent":
                _parent = Short();
                break;
            case "comment_author":
                _name = Short();
                break;
            case "comment_author_email":
                _email = Short();
                break;
            case "comment_author_url":
                _url = Short();
                break;
            case "comment_author_IP":
                _address = Short();
                break;
            case "comment_date":
                _local = Short();
                break;
            case "comment_date_gmt":
                _utc = Short();
                break;
            case "comment_content":
                _text = xml.ReadText(rules.MaximumTextLength);
                break;
            case "comment_approved":
                _approved = Short();
                break;
            case "comment_type":
                _type = Short();
                break;
            case "comment_user_id":
                _account = Short();
                break;
            case "commentmeta":
                _metas.Read(xml, Depth + 1);
                break;
            default:
                break;
        }
    }

    private string? Short()
    {
        var name = xml.Name;
        var text = xml.ReadField();
        if (text is null)
        {
            _tooLong ??= name;
        }

        return text;
    }

    private ImportItem ToItem()
    {
        if (Texts.OrNull(_id) is not { } id)
        {
            return Unusable(_place.ToString(), "It has no <wp:comment_id>.");
        }

        if (_tooLong is { } field)
        {
            return Unusable(id, $"Its {field} is longer than {BoundedXml.MaximumFieldLength} characters.");
        }

        if (_text is null)
        {
            return Unusable(id, $"Its text is longer than {rules.MaximumTextLength} characters.");
        }

        if (Kind() is not { } kind)
        {
            return Unusable(
                id,
                $"'{Texts.Start(_type!)}' is a type of a plugin, and may be private talk. Name the type to bring such comments in.");
        }

        return Status() is not { } status
            ? Unusable(id, $"Its status '{Texts.Start(_approved ?? "")}' is not known, so whether it may be shown is not known either.")
            : new ImportedComment
            {
                OriginalId = id,
                PostId = postId,
                ParentId = Reference(_parent),
                Kind = kind,
                Status = status,
                Body = new ImportedBody(WordPressText.CommentToHtml(_text), ImportedFormat.Html),
                Name = Texts.Plain(_name ?? ""),
                Email = Texts.OrNull(_email),
                Url = Texts.OrNull(_url),
                AccountId = Reference(_account),
                RemoteAddress = Texts.OrNull(_address),
                CreatedAt = dates.Read(_utc, _local, "date", _notes),
                Extras = _metas.ToExtras(ImportedExtras.None),
                Place = _place,
            };
    }

    private UnusableItem Unusable(string id, string reason) => new() { OriginalId = id, Kind = "comment", Place = _place, Reason = reason };

    private static string? Reference(string? id) => Texts.OrNull(id) is { } found and not "0" ? found : null;

    private CommentKind? Kind() => Texts.OrNull(_type) switch
    {
        null or "comment" => CommentKind.Comment,
        "pingback" => CommentKind.Pingback,
        "trackback" => CommentKind.Trackback,
        "webmention" => CommentKind.Webmention,
        { } type when rules.CommentTypes.Contains(type) => CommentKind.Comment,
        _ => null,
    };

    // A comment that waits because its post is in the trash has its own status in a custom field.
    private CommentStatus? Status() => Status(_approved?.Trim(), isOfTrashedPost: true);

    private CommentStatus? Status(string? approved, bool isOfTrashedPost) => approved switch
    {
        "1" or "approve" or "approved" => CommentStatus.Approved,
        "0" or "hold" => CommentStatus.Pending,
        "spam" => CommentStatus.Spam,
        "trash" => CommentStatus.Trashed,
        "post-trashed" when isOfTrashedPost =>
            Status(_metas.Take("_wp_trash_meta_status"), isOfTrashedPost: false) ?? CommentStatus.Trashed,
        _ => null,
    };
}
