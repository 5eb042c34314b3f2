namespace BlogKit.Interchange.Internal;

/// <summary>Reads an export, once.</summary>
internal sealed class DisqusReader(SourceFile file, DisqusRules rules) : IDisposable
{
    private const int RootDepth = 0;
    private const int ItemDepth = 1;

    private readonly BoundedXml _xml = new(file.Name, XmlInput.Open(file.Open()));
    private readonly DisqusSeen _seen = new();

    /// <summary>Reads up to the first name of a forum.</summary>
    public ImportedSite ReadSite(CancellationToken cancellationToken)
    {
        Begin();
        var source = rules.Source ?? (FindForum(cancellationToken) is { } forum ? "disqus:" + forum : null);
        return new ImportedSite
        {
            Source = source
                ?? throw new ImportSourceException("The export names no forum. Say a name for the source instead.", _xml.Place),
            WrittenBy = "Disqus",
        };
    }

    /// <summary>Reads every item, while it is enumerated.</summary>
    public IEnumerable<ImportItem> ReadItems(CancellationToken cancellationToken)
    {
        Begin();
        List<SourceNote> mended = [];
        while (_xml.ReadChild(RootDepth))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ReadItem() is { } item)
            {
                mended.Clear();
                _xml.TakeNotes(mended);
                yield return mended.Count == 0 ? item : item with { Notes = [.. item.Notes, .. mended] };
            }
        }
    }

    public void Dispose() => _xml.Dispose();

    private void Begin()
    {
        _xml.ReadRoot();
        if (!_xml.IsDisqus("disqus"))
        {
            throw new ImportSourceException(
                $"The file begins with <{Texts.Start(_xml.Name)}>, an export of Disqus with <disqus>."
                + _xml.Name switch
                {
                    "rss" => " It is an export of WordPress or a feed; Disqus takes such files and gives none.",
                    var name when name.Equals("html", StringComparison.OrdinalIgnoreCase) =>
                        " It is a page, perhaps the one that said why the export failed.",
                    _ => "",
                },
                _xml.Place);
        }
    }

    private string? FindForum(CancellationToken cancellationToken)
    {
        while (_xml.ReadChild(RootDepth))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!_xml.IsDisqus("category") && !_xml.IsDisqus("thread"))
            {
                continue;
            }

            while (_xml.ReadChild(ItemDepth))
            {
                if (_xml.IsDisqus("forum") && Texts.OrNull(_xml.ReadText(DisqusRules.MaximumIdLength)) is { } forum)
                {
                    return forum;
                }
            }
        }

        return null;
    }

    private ImportItem? ReadItem() => _xml.Name switch
    {
        _ when !_xml.IsDisqus() => null,
        "thread" => new DisqusThread(DisqusFields.Read(_xml, rules.MaximumTextLength), _seen).ToItem(),
        "post" => new DisqusPost(DisqusFields.Read(_xml, rules.MaximumTextLength), _seen, rules).ToItem(),
        "category" => null,
        _ => ReadOther(),
    };

    // Whatever it is, it would be missed if it has something that somebody said.
    private UnusableItem? ReadOther()
    {
        var kind = Texts.Start(_xml.Name);
        var (id, place) = (_xml.DisqusId() ?? _xml.Place.ToString(), _xml.Place);
        var isTalk = false;
        while (_xml.ReadChild(ItemDepth))
        {
            isTalk |= _xml.IsDisqus("message");
        }

        return !isTalk
            ? null
            : new UnusableItem
            {
                OriginalId = id,
                Kind = kind,
                Place = place,
                Reason = $"It has a text and is neither a thread nor a post; no export of Disqus that is known has a <{kind}>.",
            };
    }
}
