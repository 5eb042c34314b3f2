namespace BlogKit.Interchange.Internal;

/// <summary>The elements of an export, with their namespaces told apart and what was mended in them.</summary>
internal sealed class WxrElements(BoundedXml xml) : IDisposable
{
    private string _namespace = "";
    private WxrSpace _space;

    public SourcePlace Place => xml.Place;

    public string Name => xml.Name;

    public WxrSpace Space
    {
        get
        {
            // One element after the other is of the same namespace, and its name the same object.
            var found = xml.Namespace;
            if (!ReferenceEquals(found, _namespace))
            {
                _namespace = found;
                _space = SpaceOf(found);
            }

            return _space;
        }
    }

    public bool Is(WxrSpace space, string name) => Space == space && string.Equals(Name, name, StringComparison.Ordinal);

    public string? Attribute(string name) => xml.Attribute(name);

    public void ReadRoot() => xml.ReadRoot();

    public bool ReadChild(int depth) => xml.ReadChild(depth);

    /// <summary>Returns the text of the element; null when it is longer than the limit.</summary>
    public string? ReadText(int limit) => xml.ReadText(limit);

    /// <summary>Returns a text that is no body; null when it is longer than one can be.</summary>
    public string? ReadField() => xml.ReadField();

    /// <summary>Adds what was mended since it was last asked.</summary>
    public void TakeNotes(ICollection<SourceNote> notes) => xml.TakeNotes(notes);

    public void Dispose() => xml.Dispose();

    private static WxrSpace SpaceOf(string found)
    {
        if (found.Length == 0)
        {
            return WxrSpace.None;
        }

        // Sites wrote them with http and with https, with and without a version at the end.
        var name = found.StartsWith("https://", StringComparison.Ordinal) ? found[8..]
            : found.StartsWith("http://", StringComparison.Ordinal) ? found[7..]
            : found;
        return name switch
        {
            "purl.org/rss/1.0/modules/content/" => WxrSpace.Content,
            "purl.org/dc/elements/1.1/" => WxrSpace.DublinCore,
            "undeclared:wp" => WxrSpace.WordPress,
            "undeclared:content" => WxrSpace.Content,
            "undeclared:excerpt" => WxrSpace.Excerpt,
            "undeclared:dc" => WxrSpace.DublinCore,
            _ when !name.StartsWith("wordpress.org/export/", StringComparison.Ordinal) => WxrSpace.Other,
            _ => name.Contains("/excerpt", StringComparison.Ordinal) ? WxrSpace.Excerpt : WxrSpace.WordPress,
        };
    }
}
