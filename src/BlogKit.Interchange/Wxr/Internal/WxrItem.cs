using System.Collections.Frozen;
using System.Globalization;

namespace BlogKit.Interchange.Internal;

/// <summary>One <c>item</c> of an export: a post, page, file or something of a plugin, and the comments in it.</summary>
internal sealed class WxrItem(WxrElements xml, WxrRules rules, WxrSeen seen)
{
    private const int Depth = 2;

    // More than any post has.
    private const int MaximumTerms = 1000;

    private static readonly string[] OfTheSite =
    [
        "nav_menu_item", "custom_css", "customize_changeset", "oembed_cache", "user_request", "wp_block", "wp_template", "wp_template_part",
        "wp_global_styles", "wp_navigation", "wp_font_family", "wp_font_face", "revision",
    ];

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        "attachment_url", "comment_status", "is_sticky", "menu_order", "post_date", "post_date_gmt", "post_id", "post_modified",
        "post_modified_gmt", "post_name", "post_parent", "post_password", "post_type", "status");

    private readonly SourcePlace _place = xml.Place;
    private readonly WxrDates _dates = new(rules, seen);
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly List<(string Domain, string Id, string Name)> _terms = [];
    private readonly WxrMetas _metas = new();
    private readonly HashSet<string> _namesAlone = new(StringComparer.Ordinal);
    private readonly List<SourceNote> _notes = [];
    private int _termsLeftOut;
    private string? _tooLong;

    private string Id => Texts.OrNull(Field("post_id")) ?? _place.ToString();

    /// <summary>Reads it: the post first, then its comments as they come.</summary>
    public IEnumerable<ImportItem> Read()
    {
        var isTold = false;
        var id = "";
        while (xml.ReadChild(Depth))
        {
            if (!xml.Is(WxrSpace.WordPress, "comment"))
            {
                if (isTold && IsField)
                {
                    yield return Late(id);
                }
                else if (!isTold)
                {
                    ReadField();
                }

                continue;
            }

            // Everything of a post stands in front of its comments, which may be too many to wait for.
            if (!isTold)
            {
                isTold = true;
                id = Id;
                yield return ToItem();
            }

            yield return new WxrComment(xml, rules, _dates, id).Read();
        }

        if (!isTold)
        {
            yield return ToItem();
        }
    }

    private bool IsField => (xml.Space, xml.Name) is
        (WxrSpace.WordPress, "postmeta") or (WxrSpace.None, "category" or "title" or "link" or "guid")
        or (WxrSpace.Content or WxrSpace.Excerpt, "encoded") or (WxrSpace.DublinCore, "creator")
        || (xml.Space == WxrSpace.WordPress && Names.Contains(xml.Name));

    private UnusableItem Late(string id) => new()
    {
        OriginalId = xml.Place.ToString(),
        Kind = xml.Name,
        Place = xml.Place,
        Reason = $"It stands behind the comments of {Texts.Start(id)}, where no export of WordPress has anything of a post, "
            + "and was not read.",
    };

    private string? Field(string name) => _fields.GetValueOrDefault(name);

    private void ReadField()
    {
        switch (xml.Space, xml.Name)
        {
            case (WxrSpace.WordPress, "postmeta"):
                _metas.Read(xml, Depth + 1);
                break;
            case (WxrSpace.None, "category"):
                ReadTerm();
                break;
            case (WxrSpace.Content, "encoded"):
                Keep("content", xml.ReadText(rules.MaximumTextLength));
                break;
            case (WxrSpace.Excerpt, "encoded"):
                Keep("excerpt", xml.ReadText(rules.MaximumTextLength));
                break;
            case (WxrSpace.None, "title" or "link" or "guid"):
            case (WxrSpace.DublinCore, "creator"):
            case (WxrSpace.WordPress, _) when Names.Contains(xml.Name):
                Keep(xml.Name, xml.ReadField());
                break;
            default:
                break;
        }
    }

    private void ReadTerm()
    {
        var domain = Texts.OrNull(xml.Attribute("domain")) ?? "category";
        var id = Texts.OrNull(xml.Attribute("nicename"));
        var name = Texts.OrNull(Texts.Plain(xml.ReadField() ?? ""));
        if (id is null && name is null)
        {
            return;
        }

        if (_terms.Count + _namesAlone.Count == MaximumTerms
            || domain.Length + (id?.Length ?? 0) + (name?.Length ?? 0) > BoundedXml.MaximumFieldLength / 16)
        {
            _termsLeftOut++;
        }
        else if (id is null)
        {
            _namesAlone.Add(name!);
        }
        else
        {
            _terms.Add((string.Equals(domain, "tag", StringComparison.Ordinal) ? "post_tag" : domain, id, name ?? Texts.Slug(id)));
        }
    }

    // Version 1.0 names every category twice, once without its slug.
    private void NoteTerms()
    {
        _namesAlone.ExceptWith(_terms.Select(static term => term.Name));
        foreach (var name in _namesAlone)
        {
            _notes.Add(new SourceNote(SourceNoteKind.LeftOut, "categories", $"'{Texts.Start(name)}' has no slug and was left out."));
        }

        if (_termsLeftOut > 0)
        {
            _notes.Add(new SourceNote(
                SourceNoteKind.LeftOut,
                "categories",
                string.Create(CultureInfo.InvariantCulture, $"There are too many categories and tags; {_termsLeftOut} were left out.")));
        }
    }

    private void Keep(string name, string? text)
    {
        if (text is null)
        {
            _tooLong ??= name;
        }

        _fields.TryAdd(name, text ?? "");
    }

    private ImportItem ToItem()
    {
        NoteTerms();
        var type = Texts.OrNull(Field("post_type")) ?? "post";
        ImportItem item = Field("post_id") is null ? Unusable(type, "It has no <wp:post_id>.")
            : _tooLong is { } name ? Unusable(type, TooLong(name))
            : type switch
            {
                "attachment" => ToMedia(),
                "post" => ToPost(PostKind.Post, type),
                "page" => ToPost(PostKind.Page, type),
                _ when rules.PostTypes.TryGetValue(type, out var kind) => ToPost(kind, type),
                _ => Unusable(type, Array.IndexOf(OfTheSite, type) >= 0
                    ? $"'{type}' is a part of WordPress's own site, not of its writing."
                    : $"'{Texts.Start(type)}' is a type of a plugin. Name it as a post or a page to bring it in."),
            };
        return WxrNotes.With(item, _notes, _metas, xml);
    }

    private string TooLong(string name)
    {
        var limit = name is "content" or "excerpt" ? rules.MaximumTextLength : BoundedXml.MaximumFieldLength;
        return string.Create(CultureInfo.InvariantCulture, $"Its {name} is longer than {limit} characters.");
    }

    private UnusableItem Unusable(string kind, string reason) =>
        new() { OriginalId = Id, Kind = kind, Place = _place, Reason = reason };

    private ImportItem ToMedia()
    {
        if (Texts.OrNull(Field("attachment_url") ?? Field("guid")) is not { } address)
        {
            return Unusable("attachment", "It has no <wp:attachment_url>.");
        }

        var about = Texts.Plain(Field("content") ?? "");
        var alternative = Texts.Plain(_metas.Take("_wp_attachment_image_alt") ?? "");
        // The path and the sizes that WordPress cut are found again from the address.
        _ = _metas.TakeAll("_wp_attached_file");
        _ = _metas.TakeAll("_wp_attachment_metadata");
        return new ImportedMedia
        {
            OriginalId = Id,
            Address = address,
            Title = Title(),
            AlternativeText = alternative,
            Caption = Texts.Plain(Field("excerpt") ?? ""),
            PostId = Reference("post_parent"),
            OldAddresses = [.. new[] { Texts.OrNull(Field("link")), seen.BasePath + "/?attachment_id=" + Id }.OfType<string>()],
            CreatedAt = _dates.Read(Field("post_date_gmt"), Field("post_date"), "date", _notes),
            Extras = _metas.ToExtras(about.Length == 0 ? ImportedExtras.None : ImportedExtras.None.Add("description", about)),
            Place = _place,
        };
    }

    private ImportItem ToPost(PostKind kind, string type)
    {
        if (Status() is not { } status)
        {
            return Unusable(type, string.Equals(Field("status"), "auto-draft", StringComparison.Ordinal)
                ? "It is a draft that was never saved."
                : $"Its status '{Texts.Start(Field("status") ?? "")}' is not known, so who may read it is not known either.");
        }

        // Its spaces count; line breaks are those of whoever wrote the file anew.
        var password = Field("post_password")?.Trim('\r', '\n', '\t') is { Length: > 0 } written ? written : null;
        var isDraft = status is ImportedPostStatus.Draft or ImportedPostStatus.PendingReview;
        var modified = _dates.Read(Field("post_modified_gmt"), Field("post_modified"), "date of change", _notes);
        return new ImportedPost
        {
            OriginalId = Id,
            Kind = kind,
            Status = status,
            Visibility = password is null ? PostVisibility.Public : PostVisibility.Password,
            Password = password,
            Title = Title(),
            Body = Html("content"),
            Excerpt = Texts.OrNull(Field("excerpt")) is null ? null : Html("excerpt"),
            Slug = Texts.OrNull(Field("post_name")) is { } slug ? Texts.Slug(slug) : null,
            FormerSlugs = FormerSlugs(),
            Address = Texts.OrNull(Field("link")),
            OldAddresses = [seen.BasePath + (kind is PostKind.Page ? "/?page_id=" : "/?p=") + Id],
            FeedId = Texts.OrNull(Field("guid")),
            // A draft without a date in UTC appears when it is published, whatever its date in the time of the site.
            PublishedAt = isDraft && Zero(Field("post_date_gmt"))
                ? null
                : _dates.Read(Field("post_date_gmt"), Field("post_date"), "date", _notes),
            UpdatedAt = modified,
            Authors = Authors(),
            Categories = Terms("category"),
            Tags = Terms("post_tag"),
            ParentId = Reference("post_parent"),
            AcceptsComments = Field("comment_status") switch
            {
                "open" => true,
                "closed" => false,
                _ => null,
            },
            IsPinned = string.Equals(Field("is_sticky")?.Trim(), "1", StringComparison.Ordinal),
            FeaturedMediaId = _metas.Take("_thumbnail_id"),
            Seo = WxrSeo.Take(_metas, _notes),
            Fields = _metas.TakeFields(),
            Extras = _metas.ToExtras(OtherFields()),
            Place = _place,
        };
    }

    private ImmutableArray<string> FormerSlugs() =>
    [
        .. _metas.TakeAll("_wp_old_slug").Select(Texts.OrNull).OfType<string>().Select(Texts.Slug).Distinct(StringComparer.Ordinal),
    ];

    private ImportedPostStatus? Status() => Field("status")?.Trim() switch
    {
        "publish" => ImportedPostStatus.Published,
        "future" => ImportedPostStatus.Scheduled,
        "draft" => ImportedPostStatus.Draft,
        "pending" => ImportedPostStatus.PendingReview,
        "private" => ImportedPostStatus.Private,
        "trash" => ImportedPostStatus.Trashed,
        _ => null,
    };

    private ImportedBody Html(string field) =>
        new(WordPressText.ToHtml(Field(field) ?? "", field is "content" ? "body" : field, _notes), ImportedFormat.Html);

    private string Title()
    {
        var title = Field("title") ?? "";
        if (Texts.HasTags(title))
        {
            _notes.Add(new SourceNote(SourceNoteKind.LeftOut, "title", "The title had markup, which titles here do not have."));
        }

        return Texts.Plain(title);
    }

    private string? Reference(string field) => Texts.OrNull(Field(field)) is { } id and not "0" ? id : null;

    private static bool Zero(string? date) => string.IsNullOrWhiteSpace(date) || date.StartsWith("0000-00-00", StringComparison.Ordinal);

    // Co-authors are written as terms, the first author among them.
    private ImmutableArray<ImportedTerm> Authors()
    {
        ImmutableArray<ImportedTerm> together =
        [
            .. _terms.Where(static term => term.Domain is "author")
                .Select(term => Author(Login(term.Id, term.Name), term.Name))
                .DistinctBy(static author => author.OriginalId, StringComparer.Ordinal),
        ];
        return !together.IsEmpty ? together
            : Texts.OrNull(Field("creator")) is { } login ? [Author(login, login)]
            : [];
    }

    private ImportedTerm Author(string login, string name) => new(login, seen.NameOf(login) ?? name);

    // Co-Authors Plus names the term by the login, and makes its slug of the author's own slug.
    private string Login(string id, string name) => seen.NameOf(name) is null ? WithoutPrefix(id) : name;

    private static string WithoutPrefix(string id) => id.StartsWith("cap-", StringComparison.Ordinal) && id.Length > 4 ? id[4..] : id;

    private ImmutableArray<ImportedTerm> Terms(string domain) =>
    [
        .. _terms.Where(term => string.Equals(term.Domain, domain, StringComparison.Ordinal))
            .Select(static term => new ImportedTerm(term.Id, term.Name))
            .DistinctBy(static term => term.OriginalId, StringComparer.Ordinal),
    ];

    private ImmutableSortedDictionary<string, string> OtherFields()
    {
        var extras = ImportedExtras.None.ToBuilder();
        var others = _terms.Where(static term => term.Domain is not ("category" or "post_tag" or "author"));
        foreach (var terms in others.GroupBy(static term => term.Domain, StringComparer.Ordinal))
        {
            extras.TryAdd(terms.Key, string.Join(", ", terms.Select(static term => term.Name)));
        }

        if (Reference("menu_order") is { } order)
        {
            extras.TryAdd("menu_order", order);
        }

        return extras.ToImmutable();
    }
}
