namespace BlogKit.Internal;

/// <summary>What is told of a character by its block.</summary>
internal static class Scripts
{
    /// <summary>Whether the character is of a script that sets no spaces between words: Han, kana, Thai, Lao, Khmer, Burmese.</summary>
    public static bool HasNoSpaces(char c) => c >= '\u0E00' && c is <= '\u0EFF' or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
        or (>= '\u3040' and <= '\u30FF') or (>= '\u31F0' and <= '\u31FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF')
        or (>= '\uFF66' and <= '\uFF9D');
}
