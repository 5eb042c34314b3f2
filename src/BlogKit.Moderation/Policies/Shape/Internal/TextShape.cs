using System.Globalization;

namespace BlogKit.Moderation.Internal;

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
        var before = '\0';
        var last = text.Length - 1;
        for (var i = 0; i <= last; i++)
        {
            var c = text[i];
            var lowered = c;
            if (char.IsAsciiLetterLower(c))
            {
                word++;
                lower++;
                letters++;
            }
            else if (char.IsAsciiLetterUpper(c))
            {
                lowered = (char)(c | 0x20);
                word++;
                upper++;
                letters++;
            }
            else if (char.IsAsciiDigit(c) || c is '_')
            {
                letters += c is '_' ? 0 : 1;
                isCode = true;
            }
            else if (char.IsAscii(c))
            {
                if (c is not '\'')
                {
                    End();
                }
            }
            else
            {
                lowered = char.ToLowerInvariant(c);
                Read(c);
                marksStart = IsMark(c) ? marksStart : i + 1;
                marks = i + 1 - marksStart > marks.Length ? (marksStart, i + 1 - marksStart) : marks;
            }

            marksStart = char.IsAscii(c) ? i + 1 : marksStart;
            if (lowered != before || i == 0)
            {
                (before, runStart) = (lowered, i);
            }
            else if (i + 1 - runStart > run.Length && !IsDrawn(c))
            {
                run = (runStart, i + 1 - runStart);
            }
        }

        End();
        return new TextShape(letters, longWords, shouted, run, marks);

        void Read(char c)
        {
            if (char.IsLetter(c))
            {
                word++;
                letters++;
                upper += char.IsUpper(c) ? 1 : 0;
                lower += char.IsLower(c) ? 1 : 0;
            }
            else if (char.IsDigit(c))
            {
                letters++;
                isCode = true;
            }
            else if (c is not '\u2019')
            {
                End();
            }
        }

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
        || c is '-' or '=' or '_' or '*' or '#' or '~' or '.' or '+' or '/' or '\\' or '|' or '<' or '>' or '\u2014' or '\u2013' or '\u2500'
            or '\u2026';
}
