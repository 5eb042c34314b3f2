using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Draws pictures: five by five fields, the right half the mirror of the left, in a colour of their own. The same key is the same picture
/// for ever.
/// </summary>
internal static class GeneratedAvatars
{
    private const int Fields = 5;
    private const int DrawnColumns = 3;
    private const int Hues = 24;

    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true, Async = false };

    /// <summary>GET avatars/{key}.svg. No command, no state.</summary>
    public static async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        if (context.Request.RouteValues["key"] is not string { Length: Avatar.KeyLength } key
            || !ulong.TryParse(key, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await WriteAsync(response, bits, "public, max-age=31536000, immutable", context.RequestAborted).ConfigureAwait(false);
    }

    public static async Task WriteAsync(HttpResponse response, ulong bits, string cacheControl, CancellationToken cancellationToken)
    {
        var body = Draw(bits);
        response.ContentType = "image/svg+xml";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = cacheControl;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'";
        await response.Body.WriteAsync(body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The bits of a key made by <see cref="Avatar.KeyOf"/>.</summary>
    public static ulong BitsOf(string key) => ulong.Parse(key, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static byte[] Draw(ulong bits)
    {
        // Fifteen bits say which fields are filled, the next ones the colour.
        var hue = (int)((bits >> 15) % Hues) * (360 / Hues);
        using var memory = new MemoryStream();
        using (var svg = XmlWriter.Create(memory, Settings))
        {
            svg.WriteStartElement("svg", "http://www.w3.org/2000/svg");
            svg.WriteAttributeString("viewBox", "0 0 7 7");
            svg.WriteAttributeString("shape-rendering", "crispEdges");
            svg.WriteStartElement("path");
            svg.WriteAttributeString("fill", string.Create(CultureInfo.InvariantCulture, $"hsl({hue},45%,88%)"));
            svg.WriteAttributeString("d", "M0 0h7v7H0z");
            svg.WriteEndElement();
            svg.WriteStartElement("path");
            svg.WriteAttributeString("fill", string.Create(CultureInfo.InvariantCulture, $"hsl({hue},55%,36%)"));
            svg.WriteAttributeString("d", Path(bits));
            svg.WriteEndElement();
            svg.WriteEndElement();
        }

        return memory.ToArray();
    }

    private static string Path(ulong bits)
    {
        // A face without a field would be no face.
        var fields = (bits & 0x7fff) == 0 ? 0b010_111_010_101_010UL : bits;
        var path = new StringBuilder();
        for (var column = 0; column < Fields; column++)
        {
            var drawn = column < DrawnColumns ? column : Fields - 1 - column;
            for (var row = 0; row < Fields; row++)
            {
                if ((fields >> ((drawn * Fields) + row) & 1) == 1)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{column + 1} {row + 1}h1v1h-1z");
                }
            }
        }

        return path.ToString();
    }
}
