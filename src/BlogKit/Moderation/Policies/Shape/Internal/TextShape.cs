using System.Globalization;

namespace BlogKit.Internal;

/// <summary>What one walk over a text counts.</summary>
internal readonly struct TextShape
{
    private TextShape(int letters, int longWords, int shoutedWords, (int Start, int Length) run, (int Start, int Length) marks)
    {
        Letters = letters;
        LongWords = longWords;
        ShoutedWords = shoutedWords;
        Run = run;
        Marks = marks;
    }

    /// <summary>Letters and digits.</summary>
    public int Letters { get; }

    /// <summary>Words of four letters or more with upper and lower case, without digits and underscores.</summary>
    public int LongWords { get; }

    /// <summary>Those of them in capitals only.</summary>
    public int ShoutedWords { get; }

    /// <summary>The longest run of one character that is not drawn with (no rule of dashes, no dots, no white space).</summary>
    public (int Start, int Length) Run { get; }

    /// <summary>The longest run of combining marks.</summary>
    public (int Start, int Length) Marks { get; }

    public static TextShape Of(string text)
    {
        int letters = 0, longWords = 0, shouted = 0, runStart = 0, marksStart = 0;
        (int Start, int Length) run = default, marks = default;
        int word = 0, upper = 0, lower = 0;
        var isCode = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isPlain = char.IsAscii(c);
            var isLetter = isPlain ? char.IsAsciiLetter(c) : char.IsLetter(c);
            var isDigit = isPlain ? char.IsAsciiDigit(c) : char.IsDigit(c);
            letters += isLetter || isDigit ? 1 : 0;
            if (isLetter)
            {
                word++;
                upper += char.IsUpper(c) ? 1 : 0;
                lower += char.IsLower(c) ? 1 : 0;
            }
            else if (isDigit || c is '_')
            {
                isCode = true;
            }
            else if (c is not ('\'' or '\u2019'))
            {
                End();
            }

            runStart = i > 0 && char.ToLowerInvariant(c) == char.ToLowerInvariant(text[i - 1]) ? runStart : i;
            run = i + 1 - runStart > run.Length && !IsDrawn(c) ? (runStart, i + 1 - runStart) : run;
            marksStart = !isPlain && IsMark(c) ? marksStart : i + 1;
            marks = i + 1 - marksStart > marks.Length ? (marksStart, i + 1 - marksStart) : marks;
        }

        End();
        return new TextShape(letters, longWords, shouted, run, marks);

        void End()
        {
            if (!isCode && word >= 4 && upper + lower > 0)
            {
                longWords++;
                shouted += lower == 0 ? 1 : 0;
            }

            (word, upper, lower, isCode) = (0, 0, 0, false);
        }
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsDrawn(char c) => char.IsWhiteSpace(c) || char.IsDigit(c) || char.IsSurrogate(c)
        || c is '-' or '=' or '_' or '*' or '#' or '~' or '.' or '+' or '/' or '\\' or '|' or '<' or '>' or '\u2014' or '\u2013' or '\u2500' or '\u2026';
}
