using System.Text;
using System.Xml;

namespace BlogKit.Internal;

/// <summary>Text that XML 1.0 can hold. Compiled into every package that writes XML.</summary>
internal static class XmlCharacters
{
    /// <summary>
    /// The text without the characters XML 1.0 knows no way to write (most controls, U+FFFE, U+FFFF, half surrogate pairs).
    /// </summary>
    public static string Legal(string text)
    {
        var isLegal = true;
        for (var i = 0; i < text.Length && isLegal; i++)
        {
            isLegal = XmlConvert.IsXmlChar(text[i]);
        }

        if (isLegal)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                result.Append(text[i]);
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                result.Append(text[i]).Append(text[++i]);
            }
        }

        return result.ToString();
    }
}
