using Ganss.Xss;

namespace BlogKit.Html.Internal;

/// <summary>
/// Has another library look at what is said to be clean: what it would take out goes too. Its time follows the square of the depth, which
/// the parser has bounded.
/// </summary>
internal sealed class SecondOpinion(IEnumerable<string> schemes)
{
    private readonly HashSet<string> _schemes = new(schemes, StringComparer.OrdinalIgnoreCase);

    public string Of(string html, CancellationToken cancellationToken)
    {
        using var document = BoundedParser.ParseOwn(html, cancellationToken);
        var hasRemoved = false;
        var sanitizer = Sanitizer();
        sanitizer.RemovingTag += (_, _) => hasRemoved = true;
        sanitizer.RemovingAttribute += (_, _) => hasRemoved = true;
        sanitizer.RemovingComment += (_, removing) => removing.Cancel = MoreNode.IsMarker(removing.Comment.Data);
        var clean = sanitizer.SanitizeDom(document);
        return hasRemoved ? clean.Body!.InnerHtml : html;
    }

    private HtmlSanitizer Sanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Names.Allowed, StringComparer.OrdinalIgnoreCase) { "html", "head", "body" },
            AllowedAttributes = new HashSet<string>(
                Names.Attributes.Values.SelectMany(static names => names), StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = _schemes,
            UriAttributes = new HashSet<string>(Names.Addresses, StringComparer.OrdinalIgnoreCase),
        })
        {
            KeepChildNodes = false,
        };
        return sanitizer;
    }
}
