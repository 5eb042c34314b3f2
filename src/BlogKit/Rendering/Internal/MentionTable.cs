using System.Globalization;

namespace BlogKit.Internal;

/// <summary>The names that can be mentioned in one thread. Of people with the same name, the one who wrote last is meant.</summary>
internal sealed class MentionTable
{
    private const int FewParticipants = 16;

    private readonly ImmutableArray<ThreadParticipant> _participants;
    private readonly Dictionary<string, CommentId>.AlternateLookup<ReadOnlySpan<char>> _names;
    private readonly int[] _lengths = [];

    private MentionTable(ImmutableArray<ThreadParticipant> participants)
    {
        _participants = participants;
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

    /// <summary>
    /// Finds the longest name the text begins with; it has to end where a word ends. A large table is made at the first need and kept.
    /// </summary>
    public static bool TryMatch(
        ReadOnlySpan<char> text,
        ImmutableArray<ThreadParticipant> participants,
        ref MentionTable? table,
        out CommentId comment,
        out int length)
    {
        if (participants.Length <= FewParticipants)
        {
            return TryMatchFew(text, participants, out comment, out length);
        }

        if (table is null || table._participants != participants)
        {
            table = new MentionTable(participants);
        }

        foreach (var candidate in table._lengths)
        {
            if (EndsWord(text, candidate) && table._names.TryGetValue(text[..candidate], out comment))
            {
                length = candidate;
                return true;
            }
        }

        comment = default;
        length = 0;
        return false;
    }

    private static bool TryMatchFew(
        ReadOnlySpan<char> text, ImmutableArray<ThreadParticipant> participants, out CommentId comment, out int length)
    {
        comment = default;
        length = 0;
        foreach (var participant in participants)
        {
            var name = participant.Name.AsSpan().Trim();
            var isBetter = name.Length > length || (name.Length == length && comment < participant.LatestComment);
            if (!name.IsEmpty && isBetter && EndsWord(text, name.Length) && text.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                comment = participant.LatestComment;
                length = name.Length;
            }
        }

        return length > 0;
    }

    // A dot or hyphen goes on with the word when a letter follows: "@Ann.Smith" and "@ann.org" are not Ann.
    private static bool EndsWord(ReadOnlySpan<char> text, int at) =>
        at == text.Length
        || (at < text.Length
            && (!IsWord(text[at]) || IsOtherScript(text, at))
            && !(text[at] is '.' or '-' or '@' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1])));

    // Scripts without spaces write on behind a name of letters: "@Ann你好" is Ann.
    private static bool IsOtherScript(ReadOnlySpan<char> text, int at) =>
        at > 0 && Scripts.IsCountedAlone(text[at]) && !Scripts.IsCountedAlone(text[at - 1]);

    private static bool IsWord(char c) =>
        char.IsLetterOrDigit(c)
        || char.IsSurrogate(c)
        || c is '_' or '\u200D'
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
