namespace BlogKit.OpenWeb.Internal;

/// <summary>Reads the header <c>Link</c> (RFC 8288): what is needed to find an endpoint.</summary>
internal static class LinkHeader
{
    /// <summary>The links of one header line with their relations; what cannot be read is left out.</summary>
    public static IEnumerable<(string Address, string[] Rel)> Read(string header)
    {
        var position = 0;
        while (position < header.Length && header.IndexOf('<', position) is >= 0 and var open)
        {
            var close = header.IndexOf('>', open);
            if (close < 0)
            {
                yield break;
            }

            // Up to the comma that is in no quotation marks.
            var end = close + 1;
            for (var quoted = false; end < header.Length && (quoted || header[end] != ','); end++)
            {
                quoted ^= header[end] == '"';
            }

            yield return (header[(open + 1)..close], Relations(header[(close + 1)..end]));
            position = end;
        }
    }

    private static string[] Relations(string parameters)
    {
        foreach (var parameter in parameters.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (parameter.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var value]
                && name.Equals("rel", StringComparison.OrdinalIgnoreCase))
            {
                return value.Trim('"').Split(' ', StringSplitOptions.RemoveEmptyEntries);
            }
        }

        return [];
    }
}
