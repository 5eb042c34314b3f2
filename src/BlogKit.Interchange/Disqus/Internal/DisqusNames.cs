namespace BlogKit.Interchange.Internal;

/// <summary>The names of Disqus in an export.</summary>
internal static class DisqusNames
{
    private const string Disqus = "http://disqus.com";
    private const string Internals = "http://disqus.com/disqus-internals";

    /// <summary>
    /// Whether the element is one of Disqus. Tools that cut an export down lose the namespace or write it with https.
    /// </summary>
    public static bool IsDisqus(this BoundedXml xml) => xml.Namespace is "" or Disqus or "https://disqus.com";

    public static bool IsDisqus(this BoundedXml xml, string name) =>
        string.Equals(xml.Name, name, StringComparison.Ordinal) && xml.IsDisqus();

    /// <summary>The identifier that Disqus gave to what the element is or names; null when there is none, or one that is none.</summary>
    public static string? DisqusId(this BoundedXml xml) =>
        Texts.OrNull(xml.Attribute("dsq:id") ?? xml.Attribute("id", Internals)) is { Length: <= DisqusRules.MaximumIdLength } id
            ? id
            : null;
}
