using System.Diagnostics.CodeAnalysis;

namespace BlogKit.Interchange.Internal;

/// <summary>Reads addresses that people typed into a field for their site.</summary>
internal static class WebAddresses
{
    /// <summary>Whether a text is an address of the web, with or without its scheme.</summary>
    public static bool TryRead(string text, int maximum, [NotNullWhen(true)] out Uri? url)
    {
        url = null;
        var trimmed = text.Trim();
        if (trimmed.Length == 0 || trimmed.Length > maximum)
        {
            return false;
        }

        var whole = trimmed.Contains("://", StringComparison.Ordinal) ? trimmed
            : trimmed.StartsWith("//", StringComparison.Ordinal) ? "http:" + trimmed
            : trimmed.Contains('.', StringComparison.Ordinal) && !trimmed.Contains(':', StringComparison.Ordinal) ? "http://" + trimmed
            : trimmed;
        return Uri.TryCreate(whole, UriKind.Absolute, out url)
            && url.Scheme is "http" or "https"
            && url.Host.Length > 0
            && url.UserInfo.Length == 0
            && url.AbsoluteUri.Length <= maximum;
    }
}
