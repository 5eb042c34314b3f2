using System.Globalization;
using System.Net;
using System.Text;

namespace BlogKit.LoadTest;

/// <summary>Requests as they go over the wire.</summary>
internal static class HttpRequests
{
    private const string Common = "User-Agent: BlogKit.LoadTest\r\nAccept: text/html\r\n";

    public static byte[] Get(Uri address) =>
        Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\n{Common}\r\n");

    /// <summary>The form of a comment.</summary>
    /// <param name="form">The address, with the fields as its query.</param>
    /// <param name="comment">What its placeholders are filled with.</param>
    public static byte[] Post(Uri form, MeasuredComment comment)
    {
        var body = form.Query.TrimStart('?')
            .Replace("%7B", "{", StringComparison.OrdinalIgnoreCase)
            .Replace("%7D", "}", StringComparison.OrdinalIgnoreCase)
            .Replace("{name}", WebUtility.UrlEncode(comment.Name), StringComparison.Ordinal)
            .Replace("{email}", WebUtility.UrlEncode(comment.Email), StringComparison.Ordinal)
            .Replace("{text}", WebUtility.UrlEncode(comment.Text), StringComparison.Ordinal)
            .Replace("{number}", comment.Number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return Post(form, body);
    }

    /// <summary>A form.</summary>
    /// <param name="form">The address.</param>
    /// <param name="body">Its fields, encoded.</param>
    public static byte[] Post(Uri form, string body) =>
        Encoding.ASCII.GetBytes(
            $"POST {form.AbsolutePath} HTTP/1.1\r\nHost: {form.Authority}\r\n{Common}Content-Type: application/x-www-form-urlencoded\r\n"
            + $"Content-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n{body}");
}
