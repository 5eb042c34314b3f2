using System.Globalization;

namespace BlogKit.Interchange.Internal;

/// <summary>Reads one file of an export, once.</summary>
internal sealed class WxrReader : IDisposable
{
    private const int RootDepth = 0;
    private const int ChannelDepth = 1;
    private const int TermDepth = 2;

    private static readonly string[] s_feeds =
    [
        "/feed/", "/feed/rss2/", "/feed/rss/", "/feed/rdf/", "/feed/atom/", "/?feed=rss2", "/?feed=atom", "/rss/",
    ];

    private readonly SourceFile _file;
    private readonly WxrRules _rules;
    private readonly WxrSeen _seen;
    private readonly WxrElements _xml;
    private ImportedSite _site = new() { Source = "" };
    private string? _version;
    private string? _link;

    public WxrReader(SourceFile file, WxrRules rules, WxrSeen? seen = null)
    {
        _file = file;
        _rules = rules;
        _seen = seen ?? new WxrSeen();
        _xml = new WxrElements(new BoundedXml(file.Name, XmlInput.Open(file.Open())));
    }

    /// <summary>Reads what stands in front of the items.</summary>
    public ImportedSite ReadSite()
    {
        Begin();
        // Behind the authors and terms stands the name of the program.
        while (_xml.ReadChild(ChannelDepth) && !_xml.Is(WxrSpace.None, "item"))
        {
            ReadAboutSite();
        }

        CheckVersion();
        var address = Uri.TryCreate(_site.Address?.OriginalString ?? _link, UriKind.Absolute, out var found)
            && found.Scheme is "http" or "https"
            ? found
            : null;
        var source = _rules.Source ?? (address is null ? null : address.Authority + address.AbsolutePath.TrimEnd('/'));
        return _site with
        {
            Address = address,
            OldAddresses = [BasePath() + "/", BasePath() + "/index.php"],
            FeedAddresses =
            [
                .. s_feeds.Select(path => BasePath() + path),
            ],
            Source = source
                ?? throw new ImportSourceException(
                    "The export names no address of its site. Say a name for the source instead.", _xml.Place),
        };
    }

    /// <summary>Reads every item, while it is enumerated.</summary>
    public IEnumerable<ImportItem> ReadItems()
    {
        Begin();
        while (_xml.ReadChild(ChannelDepth))
        {
            _seen.BasePath = BasePath();
            if (_xml.Is(WxrSpace.None, "item"))
            {
                CheckVersion();
                foreach (var item in new WxrItem(_xml, _rules, _seen).Read())
                {
                    yield return item;
                }
            }
            else if (IsTerm())
            {
                var term = ReadTerm();
                if (!_seen.WasToldBefore(term, _file))
                {
                    yield return term;
                }
            }
            else
            {
                ReadAboutSite();
            }
        }

        CheckVersion();
    }

    public void Dispose() => _xml.Dispose();

    private string BasePath() => Uri.TryCreate(_site.Address?.OriginalString ?? _link, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        ? address.AbsolutePath.TrimEnd('/')
        : "";

    private void Begin()
    {
        _xml.ReadRoot();
        if (!string.Equals(_xml.Name, "rss", StringComparison.Ordinal))
        {
            throw new ImportSourceException(
                $"The file begins with <{Texts.Start(_xml.Name)}>, an export of WordPress with <rss>."
                + (string.Equals(_xml.Name, "html", StringComparison.OrdinalIgnoreCase)
                    ? " It is a page, perhaps the one that said why the export failed."
                    : ""),
                _xml.Place);
        }

        if (!_xml.ReadChild(RootDepth) || !string.Equals(_xml.Name, "channel", StringComparison.Ordinal))
        {
            throw new ImportSourceException("There is no <channel> in <rss>, where an export of WordPress has everything.", _xml.Place);
        }
    }

    private void CheckVersion()
    {
        if (_version is null)
        {
            throw new ImportSourceException(
                "There is no <wp:wxr_version> in front of the items: this is a feed, which has the newest posts alone. "
                + "In WordPress, choose Tools, Export, All content.",
                _xml.Place);
        }
    }

    private bool IsTerm() => _xml.Space == WxrSpace.WordPress && _xml.Name is "author" or "category" or "tag" or "term";

    private void ReadAboutSite()
    {
        switch (_xml.Space, _xml.Name)
        {
            case (WxrSpace.None, "title"):
                _site = _site with { Name = Texts.Plain(_xml.ReadField() ?? "") };
                break;
            case (WxrSpace.None, "description"):
                _site = _site with { Description = Texts.Plain(_xml.ReadField() ?? "") };
                break;
            case (WxrSpace.None, "language"):
                _site = _site with { Language = Texts.OrNull(_xml.ReadField()) };
                break;
            case (WxrSpace.None, "generator"):
                _site = _site with { WrittenBy = Texts.OrNull(_xml.ReadField()) };
                break;
            case (WxrSpace.None, "link"):
                _link = Texts.OrNull(_xml.ReadField());
                break;
            case (WxrSpace.WordPress, "base_blog_url"):
                _site = _site with
                {
                    Address = Uri.TryCreate(_xml.ReadField()?.Trim(), UriKind.Absolute, out var address) ? address : null,
                };
                break;
            case (WxrSpace.WordPress, "wxr_version"):
                _version = _xml.ReadField()?.Trim();
                if (_version is not ("1.0" or "1.1" or "1.2"))
                {
                    throw new ImportSourceException(
                        $"The export is of version '{Texts.Start(_version ?? "")}'; versions 1.0, 1.1 and 1.2 can be read.", _xml.Place);
                }

                break;
            default:
                break;
        }
    }

    private ImportItem ReadTerm()
    {
        var place = _xml.Place;
        var what = _xml.Name;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var metas = new WxrMetas();
        while (_xml.ReadChild(TermDepth))
        {
            if (_xml.Space == WxrSpace.WordPress && string.Equals(_xml.Name, "termmeta", StringComparison.Ordinal))
            {
                metas.Read(_xml, TermDepth + 1);
            }
            else if (_xml.Space == WxrSpace.WordPress)
            {
                fields[_xml.Name] = _xml.ReadField() ?? "";
            }
        }

        var item = what switch
        {
            "author" => Author(fields, place),
            "category" => Category(fields, "category_nicename", "cat_name", "category_parent", "category_description", place),
            "tag" => Tag(fields, "tag_slug", "tag_name", "tag_description", place),
            _ => fields.GetValueOrDefault("term_taxonomy") switch
            {
                "category" => Category(fields, "term_slug", "term_name", "term_parent", "term_description", place),
                "post_tag" => Tag(fields, "term_slug", "term_name", "term_description", place),
                var taxonomy => new UnusableItem
                {
                    OriginalId = Texts.OrNull(fields.GetValueOrDefault("term_id")) ?? place.ToString(),
                    Kind = Texts.OrNull(taxonomy) ?? "term",
                    Place = place,
                    Reason = string.Create(
                        CultureInfo.InvariantCulture,
                        $"'{Texts.Start(fields.GetValueOrDefault("term_name") ?? "")}' is neither a category nor a tag."),
                },
            },
        };
        return item is UnusableItem
            ? WxrNotes.With(item, [], metas, _xml)
            : WxrNotes.With(item with { Extras = metas.ToExtras(item.Extras) }, [], metas, _xml);
    }

    private ImportItem Author(Dictionary<string, string> fields, SourcePlace place)
    {
        if (Texts.OrNull(fields.GetValueOrDefault("author_login")) is not { } login)
        {
            return Nameless("author", "author_login", place);
        }

        var name = Texts.OrNull(Texts.Plain(fields.GetValueOrDefault("author_display_name") ?? "")) ?? login;
        _seen.NameAuthor(login, name);
        return new ImportedAuthor
        {
            OriginalId = login,
            DisplayName = name,
            Email = Texts.OrNull(fields.GetValueOrDefault("author_email")),
            AccountId = Texts.OrNull(fields.GetValueOrDefault("author_id")),
            OldAddresses = Lists("author", login, "author", fields.GetValueOrDefault("author_id")),
            Place = place,
        };
    }

    // Where WordPress shows a list unless the site was told otherwise; with its number, where it shows it however it was told.
    private ImmutableArray<string> Lists(string path, string slug, string parameter, string? number) =>
        Texts.OrNull(number) is { } known
            ? [$"{_seen.BasePath}/{path}/{slug}/", $"{_seen.BasePath}/?{parameter}={known}"]
            : [$"{_seen.BasePath}/{path}/{slug}/"];

    private ImportItem Category(
        Dictionary<string, string> fields, string slug, string name, string parent, string description, SourcePlace place)
    {
        if (Texts.OrNull(fields.GetValueOrDefault(slug)) is not { } id)
        {
            return Nameless("category", slug, place);
        }

        var above = Texts.OrNull(fields.GetValueOrDefault(parent));
        return new ImportedCategory
        {
            OriginalId = id,
            Name = Texts.OrNull(Texts.Plain(fields.GetValueOrDefault(name) ?? "")) ?? Texts.Slug(id),
            Slug = Texts.Slug(id),
            ParentId = above,
            Description = Texts.Plain(fields.GetValueOrDefault(description) ?? ""),
            OldAddresses = Lists("category", _seen.PathOfCategory(id, above), "cat", fields.GetValueOrDefault("term_id")),
            Place = place,
        };
    }

    private ImportItem Tag(Dictionary<string, string> fields, string slug, string name, string description, SourcePlace place)
    {
        if (Texts.OrNull(fields.GetValueOrDefault(slug)) is not { } id)
        {
            return Nameless("tag", slug, place);
        }

        var about = Texts.Plain(fields.GetValueOrDefault(description) ?? "");
        return new ImportedTag
        {
            OriginalId = id,
            Name = Texts.OrNull(Texts.Plain(fields.GetValueOrDefault(name) ?? "")) ?? Texts.Slug(id),
            Slug = Texts.Slug(id),
            OldAddresses = [.. Lists("tag", id, "tag_id", null), $"{_seen.BasePath}/?tag={id}"],
            Extras = about.Length == 0
                ? ImmutableSortedDictionary<string, string>.Empty
                : ImmutableSortedDictionary<string, string>.Empty.Add("description", about),
            Place = place,
        };
    }

    private static UnusableItem Nameless(string kind, string field, SourcePlace place) => new()
    {
        OriginalId = place.ToString(),
        Kind = kind,
        Place = place,
        Reason = $"It has no <wp:{field}>, by which posts would name it.",
    };
}
