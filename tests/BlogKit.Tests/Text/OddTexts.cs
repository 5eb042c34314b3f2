namespace BlogKit.Tests;

/// <summary>Texts that are not what programs expect of one.</summary>
internal static class OddTexts
{
    public static IReadOnlyList<(string Name, string Text)> All { get; } =
    [
        .. NonCharacters.All.Select(static c => ($"U+{char.ConvertToUtf32(c, 0):X4}", c)),
        .. NonCharacters.All.Take(34).Select(static c => ($"U+{char.ConvertToUtf32(c, 0):X4} in a word", $"ho{c}ney")),
        ("NUL", "ho\0ney"),
        ("a first half", "ho\uD83Dney"),
        ("a second half", "ho\uDC1Dney"),
        ("halves in the wrong order", "\uDC1D\uD83D"),
        ("four bytes", "\U0001D54F\U0001F41D\U00020000"),
        ("right to left", "ho\u202Eney"),
        ("an isolate", "\u2067honey"),
        ("a byte order mark", "\uFEFFhoney"),
        ("marks alone", "\u0301\u0323\u20DD"),
        ("controls", "ho\u0001\u001B\u007F\u0085ney"),
        ("separators", "ho\u2028\u2029ney"),
        ("the last code point", "\U0010FFFF"),
        ("unassigned", "\U000E0FFF\u0378"),
        ("private", "\uE000\U0010FFFD"),
        ("Hangul in parts", "\u1112\u1161\u11AB"),
    ];
}
