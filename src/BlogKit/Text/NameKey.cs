using System.Text;
using BlogKit.Internal;

namespace BlogKit;

/// <summary>Makes keys that tell whether two names look the same to a reader.</summary>
public static class NameKey
{
    /// <summary>
    /// Returns a name in compatibility form (NFKC), without case, invisible characters and surplus white space; two names with equal keys
    /// are taken for the same name. Empty for a name of invisible characters only.
    /// </summary>
    public static string From(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var builder = new StringBuilder(name.Length);
        var pendingSpace = false;
        foreach (var rune in UnicodeForms.ToNfkc(TextRules.WithoutLoneSurrogates(name)).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                pendingSpace = builder.Length > 0;
            }
            else if (!UnicodeForms.IsInvisible(rune))
            {
                if (pendingSpace)
                {
                    builder.Append(' ');
                    pendingSpace = false;
                }

                builder.Append(Rune.ToUpperInvariant(rune).ToString());
            }
        }

        return builder.ToString();
    }
}
