using System.Globalization;
using BlogKit.Moderation.Internal;

namespace BlogKit.Moderation;

/// <summary>Objects to comments about topics that are closed, told by their terms. Immutable and thread-safe.</summary>
public sealed class ClosedTopicsPolicy : IModerationPolicy
{
    private const int MostMatches = 100;

    private readonly ClosedTopicOptions[] _topics;
    private readonly TermIndex _index = new();
    private readonly List<(int Topic, string Term)> _terms = [];

    /// <summary>Creates the policy with its topics.</summary>
    /// <exception cref="ArgumentException">A term is not one; the message names it and its rule.</exception>
    public ClosedTopicsPolicy(ClosedTopicsPolicyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _topics = options.Enabled ? [.. options.Topics] : [];
        for (var i = 0; i < _topics.Length; i++)
        {
            foreach (var term in _topics[i].Terms)
            {
                if (_index.Add(term, _terms.Count) is { } fault)
                {
                    throw new ArgumentException($"The term '{term}' of the topic '{_topics[i].Name}' {fault}.", nameof(options));
                }

                _terms.Add((i, term));
            }
        }

        _index.Freeze();
        Version = RuleVersion.Of(1, _topics.SelectMany(static t => (string[])
        [
            string.Create(CultureInfo.InvariantCulture, $"{t.Name}|{t.MinimumMatches}|{t.Outcome}|{t.Score}|{t.PublicMessage}"), .. t.Terms,
        ]));
    }

    /// <inheritdoc/>
    public string Name => "closed-topics";

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(_topics.Length == 0 ? null : Judge(context.Text));
    }

    private ModerationFinding? Judge(MatchText text)
    {
        var found = new TermMatches(MostMatches);
        _index.Find(text, found);
        if (found.All.Count == 0)
        {
            return null;
        }

        var closed = found.All
            .GroupBy(m => _terms[m.Id].Topic)
            .Where(
                g => g.Select(m => _terms[m.Id].Term).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= _topics[g.Key].MinimumMatches)
            .OrderByDescending(g => _topics[g.Key].Outcome)
            .ThenBy(static g => g.Key)
            .ToArray();
        return closed.Length == 0 ? null : Found(closed, text);
    }

    private ModerationFinding Found(IGrouping<int, TermMatch>[] closed, MatchText text)
    {
        var strictest = _topics[closed[0].Key];
        return new ModerationFinding
        {
            Code = "closed-topic",
            Reason = $"The comment is about {string.Join(", ", closed.Select(g => $"'{_topics[g.Key].Name}'"))}, which is closed here.",
            PublicReason = strictest.PublicMessage ?? $"The topic \u201C{strictest.Name}\u201D is closed here.",
            Outcome = strictest.Outcome,
            Score = closed.Max(g => _topics[g.Key].Score),
            Evidence =
            [
                .. closed.SelectMany(static g => g).OrderBy(static m => m.Start)
                    .Select(m => text.CreateEvidence(EvidenceField.Text, m.Start, m.Length, _terms[m.Id].Term)),
            ],
            Details =
            [
                .. closed.SelectMany(g => g.Select(m => _terms[m.Id].Term).Distinct(StringComparer.OrdinalIgnoreCase)
                    .Select(term => new FindingDetail("term", term, _topics[g.Key].Score))),
            ],
        };
    }
}
