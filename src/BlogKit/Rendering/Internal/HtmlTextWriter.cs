using System.Buffers;
using System.Globalization;

namespace BlogKit.Internal;

/// <summary>Collects HTML. Text enters only through <see cref="Text"/>, which encodes; markup only as constants of this assembly.</summary>
internal sealed class HtmlTextWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"");

    private readonly CharBuffer _html = new();

    /// <summary>Appends markup that is a constant of this assembly, never anything from outside.</summary>
    public void Markup(string constant) => _html.Append(constant);

    public void Number(int value)
    {
        Span<char> digits = stackalloc char[11];
        value.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        _html.Append(digits[..length]);
    }

    public void Text(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var at = text.IndexOfAny(Special);
            if (at < 0)
            {
                _html.Append(text);
                return;
            }

            _html.Append(text[..at]);
            _html.Append(text[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => "&quot;" });
            text = text[(at + 1)..];
        }
    }

    /// <summary>Appends text that the caller has searched for <c>&amp; &lt; &gt; "</c> and found without.</summary>
    public void Safe(ReadOnlySpan<char> text)
    {
        System.Diagnostics.Debug.Assert(!text.ContainsAny(Special), "Text to be encoded was passed as safe.");
        _html.Append(text);
    }

    /// <summary>Starts a new line unless one has just been started.</summary>
    public void EnsureLine()
    {
        if (_html.Length > 0 && _html.Last != '\n')
        {
            _html.Append('\n');
        }
    }

    public void Clear() => _html.Clear();

    public override string ToString() => _html.ToString();
}
