using System.Collections.Immutable;

namespace BlogKit.Internal;

/// <summary>The names that can be mentioned in one thread. Of people with the same name, the one who wrote last is meant.</summary>
internal sealed class MentionTable
{
    private readonly Dictionary<string, CommentId>.AlternateLookup<ReadOnlySpan<char>> _names;
    private readonly int[] _lengths;

    public MentionTable(ImmutableArray<ThreadParticipant> participants)
    {
        var names = new Dictionary<string, CommentId>(StringComparer.OrdinalIgnoreCase);
        foreach (var participant in participants)
        {
            var name = participant.Name.Trim();
            if (name.Length > 0 && (!names.TryGetValue(name, out var known) || known < participant.LatestComment))
            {
                names[name] = participant.LatestComment;
            }
        }

        _names = names.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengths = [.. names.Keys.Select(n => n.Length).Distinct().OrderDescending()];
    }

    /// <summary>Finds the longest name the text begins with; it has to end where a word ends.</summary>
    public bool TryMatch(ReadOnlySpan<char> text, out CommentId comment, out int length)
    {
        foreach (var candidate in _lengths)
        {
            if (candidate <= text.Length && (candidate == text.Length || EndsWord(text[candidate..])) && _names.TryGetValue(text[..candidate], out comment))
            {
                length = candidate;
                return true;
            }
        }

        comment = default;
        length = 0;
        return false;
    }

    // A dot or hyphen goes on with the word when a letter follows: "@Ann.Smith" and "@ann.org" are not Ann.
    private static bool EndsWord(ReadOnlySpan<char> rest) =>
        !IsWord(rest[0]) && !(rest.Length > 1 && rest[0] is '.' or '-' or '@' && rest.Length > 1 && char.IsLetterOrDigit(rest[1]));

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c == '_' || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;
}
