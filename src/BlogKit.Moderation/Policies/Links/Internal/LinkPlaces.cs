namespace BlogKit.Moderation.Internal;

/// <summary>
/// Finds where the targets of links stand in the source, one after the other. Targets are written out otherwise than they were typed at
/// times: then the whole source is the place. Looks at the source a bounded number of times, whatever is in it.
/// </summary>
internal struct LinkPlaces(string markdown)
{
    private const int MostMisses = 8;
    private int _from;
    private int _misses;

    /// <summary>The first character of the target, and the index behind its last.</summary>
    public (int Start, int End) Next(string target)
    {
        if (_misses < MostMisses)
        {
            var at = markdown.AsSpan(_from).IndexOf(target, StringComparison.Ordinal);
            if (at >= 0)
            {
                _from += at + target.Length;
                return (_from - target.Length, _from);
            }

            _misses++;
        }

        return (0, Math.Max(1, markdown.Length));
    }
}
