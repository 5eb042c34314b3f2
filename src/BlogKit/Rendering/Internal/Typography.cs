using System.Text;
using Markdig.Extensions.SmartyPants;
using Markdig.Helpers;
using Markdig.Syntax.Inlines;

namespace BlogKit.Internal;

/// <summary>Completes what Markdig's smart punctuation leaves: apostrophes inside and at the edges of words, and an ellipsis standing alone.</summary>
internal static class Typography
{
    public static void Apply(LiteralInline literal)
    {
        var text = literal.Content.AsSpan();
        if (text.IndexOf('\'') < 0 && text.IndexOf("...", StringComparison.Ordinal) < 0)
        {
            return;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isEscaped = i == 0 && literal.IsFirstCharacterEscaped;
            if (text[i] == '\'' && !isEscaped && IsApostrophe(CharacterBefore(literal, text, i), CharacterAfter(literal, text, i)))
            {
                result.Append('’');
            }
            else if (text[i] == '.' && !isEscaped && IsEllipsis(text, i))
            {
                result.Append('…');
                i += 2;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        literal.Content = new StringSlice(result.ToString());
    }

    /// <summary>A quotation mark that follows code, a link or emphasis without a space is an apostrophe, not an opening mark.</summary>
    public static void Apply(SmartyPant mark)
    {
        if (mark.Type == SmartyPantType.LeftQuote && mark.PreviousSibling is CodeInline or EmphasisInline or LinkInline)
        {
            mark.Type = SmartyPantType.RightQuote;
        }
    }

    private static bool IsApostrophe(char before, char after) =>
        char.IsLetter(before) || char.IsLetter(after) || (char.IsDigit(after) && !char.IsDigit(before));

    private static bool IsEllipsis(ReadOnlySpan<char> text, int at) =>
        text[at..].StartsWith("...", StringComparison.Ordinal) && (at == 0 || text[at - 1] != '.') && (at + 3 == text.Length || text[at + 3] != '.');

    private static char CharacterBefore(LiteralInline literal, ReadOnlySpan<char> text, int at) =>
        at > 0 ? text[at - 1] : literal.PreviousSibling is LiteralInline { Content.IsEmpty: false } previous ? previous.Content.AsSpan()[^1] : ' ';

    private static char CharacterAfter(LiteralInline literal, ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length ? text[at + 1] : literal.NextSibling is LiteralInline { Content.IsEmpty: false } next ? next.Content.AsSpan()[0] : ' ';
}
