using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Which sites may show a discussion in their pages, and how browsers are told.</summary>
internal static class EmbedOrigins
{
    private const string Directive = "frame-ancestors";

    /// <summary>Whether a text is an origin: scheme, host and port, nothing else.</summary>
    public static bool IsOrigin(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "https" or "http"
        && uri.UserInfo.Length == 0
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase);

    /// <summary>The usual policy of pages, with this site and the allowed ones as the only frames' surroundings.</summary>
    public static string PolicyFor(string? policy, IEnumerable<string> origins)
    {
        var others = (policy ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(static d => !d.StartsWith(Directive, StringComparison.OrdinalIgnoreCase));
        return string.Join("; ", others.Append(string.Join(' ', [Directive, "'self'", .. origins])));
    }

    /// <summary>Whether the browser says that another site's page wants to show it.</summary>
    public static bool IsFramedElsewhere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Dest"].ToString() is "iframe" or "frame" or "embed" or "object" && ApiOrigin.IsCrossSite(request);
}
