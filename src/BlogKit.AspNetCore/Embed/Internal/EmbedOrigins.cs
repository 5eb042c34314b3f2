namespace BlogKit.AspNetCore.Internal;

/// <summary>Tells whether a text is an origin: scheme, host and port, nothing else.</summary>
internal static class EmbedOrigins
{
    public static bool IsOrigin(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "https" or "http"
        && uri.UserInfo.Length == 0
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase);
}
