using System.Text;
using Markdig.Extensions.SmartyPants;
using Markdig.Helpers;
using Markdig.Syntax.Inlines;

namespace BlogKit.Internal;

/// <summary>
/// Writes the punctuation Markdig has found in the way of the text's language, and completes it: apostrophes inside and at the edges of
/// words, and an ellipsis standing alone. A word that begins with <c>--</c> is a command's option and stays as it was typed.
/// </summary>
internal sealed class Typography(QuotationMarks marks)
{
    private const string Openers = "([{<\"'“‘„‚«‹/|=*";

    private static readonly string[] ElidedWords = ["n", "tis", "twas", "til"];

    private readonly Stack<QuoteUse> _open = new();
    private char _last = ' ';
    private bool _isInOption;

    private enum QuoteUse
    {
        Quotation,
        Apostrophe,
        Straight,
    }

    /// <summary>A new block begins.</summary>
    public void Start()
    {
        _open.Clear();
        Pass(' ');
    }

    /// <summary>Something that is no text, or text to be left alone, ended in this character.</summary>
    public void Pass(char last)
    {
        _last = last;
        _isInOption = _isInOption && !char.IsWhiteSpace(last);
    }

    /// <summary>Text that is left as it is.</summary>
    public void Pass(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
        {
            Pass(text[^1]);
        }
    }

    public void Apply(LiteralInline literal)
    {
        var text = literal.Content.AsSpan();
        if (!text.Contains('\'') && text.IndexOf("...", StringComparison.Ordinal) < 0)
        {
            _isInOption = _isInOption && !ContainsWhiteSpace(text);
            Pass(text);
            return;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            _isInOption = _isInOption && !char.IsWhiteSpace(c);
            var isLeft = _isInOption || (i == 0 && literal.IsFirstCharacterEscaped);
            if (c == '\'' && !isLeft && IsApostrophe(_last, i + 1 < text.Length ? text[i + 1] : FirstAfter(literal)))
            {
                result.Append('’');
            }
            else if (c == '.' && !isLeft && IsEllipsis(text, i) && (i + 3 < text.Length || FirstAfter(literal) != '.'))
            {
                result.Append('…');
                i += 2;
            }
            else
            {
                result.Append(c);
            }

            _last = c;
        }

        literal.Content = new StringSlice(result.ToString());
    }

    /// <summary>Puts the text of a mark in its place.</summary>
    public LiteralInline Replace(SmartyPant mark, bool isLeftAlone)
    {
        var text = isLeftAlone ? Typed(mark) : Written(mark);
        var literal = new LiteralInline(text) { IsClosed = true };
        mark.ReplaceBy(literal);
        _last = mark.Type switch
        {
            SmartyPantType.LeftQuote or SmartyPantType.LeftDoubleQuote or SmartyPantType.LeftAngleQuote => '(',
            SmartyPantType.RightQuote or SmartyPantType.RightDoubleQuote or SmartyPantType.RightAngleQuote => ')',
            SmartyPantType.Ellipsis => '.',
            _ => '-',
        };
        return literal;
    }

    private string Written(SmartyPant mark) => mark.Type switch
    {
        SmartyPantType.LeftQuote or SmartyPantType.LeftDoubleQuote or SmartyPantType.LeftAngleQuote => Opened(mark),
        SmartyPantType.RightQuote or SmartyPantType.RightDoubleQuote or SmartyPantType.RightAngleQuote => Closed(mark),
        SmartyPantType.Dash2 or SmartyPantType.Dash3 => Dash(mark),
        SmartyPantType.Ellipsis => _isInOption || _last == '.' || FirstAfter(mark) == '.' ? "..." : "…",
        _ => Typed(mark),
    };

    private string Opened(SmartyPant mark)
    {
        var use = (_isInOption, mark.Type) switch
        {
            (true, _) => QuoteUse.Straight,
            (_, SmartyPantType.LeftQuote) when IsElision(mark) => QuoteUse.Apostrophe,
            _ => QuoteUse.Quotation,
        };
        _open.Push(use);
        return (use, mark.Type) switch
        {
            (QuoteUse.Straight, _) => Typed(mark),
            (QuoteUse.Apostrophe, _) => "’",
            (_, SmartyPantType.LeftQuote) => marks.InnerOpen,
            (_, SmartyPantType.LeftDoubleQuote) => marks.Open,
            _ => "«",
        };
    }

    private string Closed(SmartyPant mark)
    {
        var use = _open.TryPop(out var opened) ? opened : QuoteUse.Quotation;
        return (use, mark.Type) switch
        {
            (QuoteUse.Straight, _) => Typed(mark),
            (QuoteUse.Apostrophe, _) => "’",
            (_, SmartyPantType.RightQuote) => marks.InnerClose,
            (_, SmartyPantType.RightDoubleQuote) => marks.Close,
            _ => "»",
        };
    }

    private string Dash(SmartyPant mark)
    {
        var beginsWord = char.IsWhiteSpace(_last) || Openers.Contains(_last, StringComparison.Ordinal);
        if (beginsWord && mark.Type == SmartyPantType.Dash2 && char.IsLetterOrDigit(FirstAfter(mark)))
        {
            _isInOption = true;
        }

        return _isInOption ? Typed(mark) : mark.Type == SmartyPantType.Dash2 ? "–" : "—";
    }

    /// <summary>Whether a mark that could open a quotation stands for something left out: 'n', '90s, 'tis.</summary>
    private static bool IsElision(SmartyPant mark)
    {
        if (mark.PreviousSibling is CodeInline or EmphasisInline or LinkInline)
        {
            return true;
        }

        var next = mark.NextSibling is LiteralInline literal ? literal.Content.AsSpan() : [];
        var end = 0;
        while (end < next.Length && char.IsLetterOrDigit(next[end]))
        {
            end++;
        }

        var word = next[..end];
        if (word.Length is >= 2 and <= 5 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[1]))
        {
            return word.Length == 2 || !word[2..].ContainsAnyInRange('0', '9');
        }

        foreach (var elided in ElidedWords)
        {
            if (word.Equals(elided, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string Typed(SmartyPant mark) => mark.Type switch
    {
        SmartyPantType.LeftDoubleQuote or SmartyPantType.RightDoubleQuote or SmartyPantType.DoubleQuote => mark.OpeningCharacter == '\''
            ? "''"
            : "\"",
        SmartyPantType.LeftAngleQuote => "<<",
        SmartyPantType.RightAngleQuote => ">>",
        SmartyPantType.Dash2 => "--",
        SmartyPantType.Dash3 => "---",
        SmartyPantType.Ellipsis => "...",
        _ => "'",
    };

    private static bool IsApostrophe(char before, char after) =>
        char.IsLetter(before) || char.IsLetter(after) || (char.IsDigit(after) && !char.IsDigit(before));

    // Three and no more: of four dots or five, whoever typed them meant every one.
    private bool IsEllipsis(ReadOnlySpan<char> text, int at) =>
        text[at..].StartsWith("...", StringComparison.Ordinal) && _last != '.' && (at + 3 == text.Length || text[at + 3] != '.');

    // Markdig leaves empty pieces of text behind where it has cut them.
    private static char FirstAfter(Inline inline)
    {
        var next = inline.NextSibling;
        for (var i = 0; i < 4 && next is LiteralInline { Content.IsEmpty: true }; i++)
        {
            next = next.NextSibling;
        }

        return next switch
        {
            LiteralInline { Content.IsEmpty: false } literal => literal.Content.AsSpan()[0],
            SmartyPant { Type: SmartyPantType.Dash2 or SmartyPantType.Dash3 } => '-',
            SmartyPant { Type: SmartyPantType.Ellipsis } => '.',
            _ => ' ',
        };
    }

    private static bool ContainsWhiteSpace(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                return true;
            }
        }

        return false;
    }
}
