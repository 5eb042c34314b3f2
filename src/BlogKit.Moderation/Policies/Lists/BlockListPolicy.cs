using BlogKit.Moderation.Internal;
using Microsoft.Extensions.Logging;

namespace BlogKit.Moderation;

/// <summary>
/// Objects to entries of a list: words and phrases in the text, the name and the site; e-mail addresses, domains, addresses, programs,
/// accounts. Tens of thousands of entries cost no more than a few. Safe for concurrent use; files are read anew when they change.
/// </summary>
public sealed class BlockListPolicy : IModerationPolicy
{
    private const int MostNamed = 5;
    private readonly BlockListPolicyOptions _options;
    private readonly ListSource _source;

    /// <summary>Creates the policy and reads the entries. A file that is missing or wrong is logged, and looked at again later.</summary>
    public BlockListPolicy(BlockListPolicyOptions options, TimeProvider clock, ILogger<BlockListPolicy> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _source = new ListSource(
            Name,
            1,
            [.. options.Entries],
            [.. options.Files],
            options.LookEvery,
            ListKinds.Any,
            clock,
            logger,
            options.Enabled,
            options.Outcome,
            options.Score);
    }

    /// <inheritdoc/>
    public string Name => "block-list";

    /// <inheritdoc/>
    public string Version => _source.Version;

    /// <inheritdoc/>
    public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(_options.Enabled && _source.Find(context) is ({ Count: > 0 } hits, var version) ? Found(hits, version) : null);
    }

    private ModerationFinding Found(List<ListHit> hits, string version)
    {
        var outcome = hits.Max(h => h.Entry.Outcome ?? _options.Outcome);
        var rules = hits
            .OrderByDescending(h => h.Entry.Outcome ?? _options.Outcome)
            .Select(static h => h.Entry.Rule)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        var named = string.Join(", ", rules.Take(MostNamed).Select(static r => $"'{r}'"));
        return new ModerationFinding
        {
            PolicyVersion = version,
            Code = "listed",
            Reason = rules.Length == 1
                ? $"An entry of the block list was met: {named}."
                : $"{rules.Length} entries of the block list were met: {named}{(rules.Length > MostNamed ? " and others" : "")}.",
            PublicReason = outcome is ModerationOutcome.Reject ? "The rules of this blog do not allow this comment." : null,
            Outcome = outcome,
            Score = _options.Score,
            Evidence = [.. hits.Select(static h => h.Evidence).OrderBy(static e => e.Field).ThenBy(static e => e.Start)],
            Details = [.. rules.Select(r => new FindingDetail("entry", r, _options.Score))],
        };
    }
}
