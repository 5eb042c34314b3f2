using System.Globalization;
using System.Text;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// A key made of parts that strangers may have chosen: each stands behind its length, so that no two lists of parts give the same key.
/// Every joined key is made here.
/// </summary>
internal static class JoinedKey
{
    private const int UsualLength = 160;

    public static string Of(params ReadOnlySpan<string?> parts)
    {
        var key = new StringBuilder(UsualLength);
        foreach (var part in parts)
        {
            // What is missing is not what is empty.
            _ = part is null ? key.Append('-') : key.Append(CultureInfo.InvariantCulture, $"{part.Length}:").Append(part);
        }

        return key.ToString();
    }
}
