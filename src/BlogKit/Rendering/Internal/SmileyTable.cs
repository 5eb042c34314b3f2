using System.Collections.Frozen;

namespace BlogKit.Internal;

/// <summary>Finds text smilies that stand alone between white space.</summary>
internal sealed class SmileyTable
{
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _emoji;
    private readonly int _longest;

    public SmileyTable(IReadOnlyDictionary<string, string> smilies)
    {
        _emoji = smilies.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = smilies.Count == 0 ? 0 : smilies.Keys.Max(s => s.Length);
        Starts = [.. smilies.Keys.Where(s => s.Length > 0).Select(s => s[0]).Distinct()];
    }

    public IReadOnlyList<char> Starts { get; }

    /// <summary>
    /// The emoji for the smiley at the beginning of the text, and how many characters it replaces; sentence punctuation may follow it.
    /// What may as well be a word, a comparison or a sign between numbers stays as it was typed.
    /// </summary>
    /// <param name="text">The text from the smiley on.</param>
    /// <param name="before">What was written before it.</param>
    /// <param name="endsAtBoundary">Whether the line ends where the text does.</param>
    /// <param name="emoji">What is to be written.</param>
    /// <param name="length">How many characters it stands for.</param>
    public bool TryMatch(ReadOnlySpan<char> text, ReadOnlySpan<char> before, bool endsAtBoundary, out string emoji, out int length)
    {
        emoji = "";
        length = 0;
        var end = 0;
        while (end < text.Length && end <= _longest + 3 && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        if (end > _longest + 3 || (end == text.Length && !endsAtBoundary))
        {
            return false;
        }

        for (length = end; length > 0 && length >= end - 3; length--)
        {
            if (_emoji.TryGetValue(text[..length], out var found))
            {
                emoji = found;
                return SmileyContext.Allows(text[..length], before, text[length..], endsAtBoundary);
            }

            if (text[length - 1] is not ('.' or ',' or '!' or '?'))
            {
                break;
            }
        }

        return false;
    }
}
