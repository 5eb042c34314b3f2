using System.Buffers.Binary;
using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BlogKit.Moderation;

/// <summary>
/// Makes the version of a policy whose judgement depends on settings: that of its code, and a short digest of the settings.
/// </summary>
public static class RuleVersion
{
    private static readonly CompositeFormat s_numbers = CompositeFormat.Parse("{0}");

    /// <summary>Returns the version. Equal settings give equal versions in every process and on every machine.</summary>
    /// <param name="code">Which code it is; raise it when the same settings judge otherwise.</param>
    /// <param name="settings">
    /// All that the judgement depends on: values, and sequences of values; each is told from another by what it is written as.
    /// </param>
    public static string Of(int code, params ReadOnlySpan<object?> settings)
    {
        var text = new StringBuilder();
        foreach (var setting in settings)
        {
            if (setting is IEnumerable several and not string)
            {
                foreach (var one in several)
                {
                    text.AppendFormat(CultureInfo.InvariantCulture, s_numbers, one).Append('\u001F');
                }
            }
            else
            {
                text.AppendFormat(CultureInfo.InvariantCulture, s_numbers, setting);
            }

            text.Append('\u001E');
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), digest);
        return string.Create(CultureInfo.InvariantCulture, $"{code}-{BinaryPrimitives.ReadUInt32BigEndian(digest):x8}");
    }
}
