using DiffPlex;
using DiffPlex.Chunkers;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Compares two texts: by lines, then by words inside lines that stand for each other. Time and memory are bounded whatever the texts are.
/// </summary>
internal static class TextDiffer
{
    // Comparing takes the product of lines and differences at worst.
    private const int MostLines = 4_000;
    private const int MostCharacters = 1_000_000;
    private const int LongestLine = 4_000;
    private const int MostWords = 20_000;
    private const int Context = 3;

    private static readonly char[] WordEnds =
        [' ', '\t', '.', ',', ';', ':', '!', '?', '(', ')', '[', ']', '"', '\'', '*', '_', '`', '/', '-'];

    public static TextDiff Compare(string before, string after)
    {
        if (string.Equals(before, after, StringComparison.Ordinal))
        {
            return new TextDiff([]);
        }

        if (before.Length > MostCharacters || after.Length > MostCharacters || Lines(before) > MostLines || Lines(after) > MostLines)
        {
            return new TextDiff([]) { IsTooLong = true };
        }

        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance);
        var lines = ImmutableArray.CreateBuilder<DiffLine>();
        var words = MostWords;
        var old = 0;
        foreach (var block in diff.DiffBlocks)
        {
            AddSame(lines, diff.PiecesOld, old, block.DeleteStartA, isFirst: old == 0, isLast: false);
            AddBlock(
                lines,
                diff.PiecesOld.AsSpan(block.DeleteStartA, block.DeleteCountA),
                diff.PiecesNew.AsSpan(block.InsertStartB, block.InsertCountB),
                ref words);
            old = block.DeleteStartA + block.DeleteCountA;
        }

        AddSame(lines, diff.PiecesOld, old, diff.PiecesOld.Count, isFirst: false, isLast: true);
        return new TextDiff(lines.DrainToImmutable());
    }

    private static ReadOnlySpan<string> AsSpan(this IReadOnlyList<string> pieces, int start, int count) =>
        pieces.Skip(start).Take(count).ToArray();

    private static int Lines(string text) => text.AsSpan().Count('\n') + 1;

    private static void AddSame(
        ImmutableArray<DiffLine>.Builder lines, IReadOnlyList<string> pieces, int from, int to, bool isFirst, bool isLast)
    {
        var before = isFirst ? 0 : Context;
        var after = isLast ? 0 : Context;
        for (var i = from; i < to; i++)
        {
            var skipped = to - from - before - after;
            if (skipped > 1 && i == from + before)
            {
                lines.Add(new DiffLine(DiffKind.Skipped, [], skipped));
                i += skipped - 1;
            }
            else
            {
                lines.Add(Whole(DiffKind.Same, pieces[i]));
            }
        }
    }

    private static void AddBlock(
        ImmutableArray<DiffLine>.Builder lines, ReadOnlySpan<string> removed, ReadOnlySpan<string> added, ref int words)
    {
        var olds = new List<DiffLine>(removed.Length);
        var news = new List<DiffLine>(added.Length);
        for (var i = 0; i < Math.Max(removed.Length, added.Length); i++)
        {
            if (i < removed.Length && i < added.Length && removed[i].Length <= LongestLine && added[i].Length <= LongestLine
                && CompareWords(removed[i], added[i], ref words) is { } pair)
            {
                olds.Add(pair.Old);
                news.Add(pair.New);
                continue;
            }

            if (i < removed.Length)
            {
                olds.Add(Whole(DiffKind.Removed, removed[i]));
            }

            if (i < added.Length)
            {
                news.Add(Whole(DiffKind.Added, added[i]));
            }
        }

        lines.AddRange(olds);
        lines.AddRange(news);
    }

    /// <summary>Null when there is nothing the lines have in common, or too much was compared already.</summary>
    private static (DiffLine Old, DiffLine New)? CompareWords(string old, string @new, ref int words)
    {
        if (words <= 0 || old.Length == 0 || @new.Length == 0)
        {
            return null;
        }

        var diff = Differ.Instance.CreateDiffs(old, @new, ignoreWhiteSpace: false, ignoreCase: false, new DelimiterChunker(WordEnds));
        words -= diff.PiecesOld.Count + diff.PiecesNew.Count;
        var oldChanged = new bool[diff.PiecesOld.Count];
        var newChanged = new bool[diff.PiecesNew.Count];
        foreach (var block in diff.DiffBlocks)
        {
            oldChanged.AsSpan(block.DeleteStartA, block.DeleteCountA).Fill(true);
            newChanged.AsSpan(block.InsertStartB, block.InsertCountB).Fill(true);
        }

        return oldChanged.Count(static c => !c) * 3 < oldChanged.Length
            ? null
            : (
                new DiffLine(DiffKind.Removed, Pieces(diff.PiecesOld, oldChanged)),
                new DiffLine(DiffKind.Added, Pieces(diff.PiecesNew, newChanged)));
    }

    private static ImmutableArray<DiffPiece> Pieces(IReadOnlyList<string> words, bool[] changed)
    {
        var pieces = ImmutableArray.CreateBuilder<DiffPiece>();
        for (var start = 0; start < words.Count;)
        {
            var end = start + 1;
            while (end < words.Count && changed[end] == changed[start])
            {
                end++;
            }

            pieces.Add(new DiffPiece(string.Concat(words.Skip(start).Take(end - start)), changed[start]));
            start = end;
        }

        return pieces.DrainToImmutable();
    }

    private static DiffLine Whole(DiffKind kind, string line) => new(kind, [new DiffPiece(line, false)]);
}
