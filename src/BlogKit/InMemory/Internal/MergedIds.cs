namespace BlogKit;

/// <summary>Several ordered sets as one, walked only as far as somebody asks.</summary>
internal static class MergedIds
{
    public static IEnumerable<CommentId> Ascending(IReadOnlyList<ImmutableSortedSet<CommentId>> sets, CommentId? after)
    {
        var next = sets.Select(set => after is { } place ? Before(set, place) + (set.Contains(place) ? 1 : 0) : 0).ToArray();
        while (true)
        {
            var first = -1;
            for (var i = 0; i < next.Length; i++)
            {
                if (next[i] < sets[i].Count && (first < 0 || sets[i][next[i]] < sets[first][next[first]]))
                {
                    first = i;
                }
            }

            if (first < 0)
            {
                yield break;
            }

            yield return sets[first][next[first]++];
        }
    }

    public static IEnumerable<CommentId> Descending(IReadOnlyList<ImmutableSortedSet<CommentId>> sets, CommentId? after)
    {
        var left = sets.Select(set => after is { } place ? Before(set, place) : set.Count).ToArray();
        while (true)
        {
            var last = -1;
            for (var i = 0; i < left.Length; i++)
            {
                if (left[i] > 0 && (last < 0 || sets[i][left[i] - 1] > sets[last][left[last] - 1]))
                {
                    last = i;
                }
            }

            if (last < 0)
            {
                yield break;
            }

            yield return sets[last][--left[last]];
        }
    }

    private static int Before(ImmutableSortedSet<CommentId> set, CommentId place)
    {
        var index = set.IndexOf(place);
        return index >= 0 ? index : ~index;
    }
}
