using BlogKit.Moderation.Internal;
using Microsoft.Extensions.Logging;

namespace BlogKit.Moderation;

/// <summary>
/// Lets comments pass whose writer a list names, whatever other policies find. Read the warning at <see cref="AllowListPolicyOptions"/>
/// first. Safe for concurrent use; files are read anew when they change.
/// </summary>
public sealed class AllowListPolicy : IModerationPolicy
{
    private readonly AllowListPolicyOptions _options;
    private readonly ListSource _source;

    /// <summary>Creates the policy and reads the entries. A file that is missing or wrong is logged, and looked at again later.</summary>
    public AllowListPolicy(AllowListPolicyOptions options, TimeProvider clock, ILogger<AllowListPolicy> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _source = new ListSource(
            Name, 1, [.. options.Entries], [.. options.Files], options.LookEvery, ListKinds.Identities, clock, logger, options.Enabled);
    }

    /// <inheritdoc/>
    public string Name => "allow-list";

    /// <inheritdoc/>
    public string Version => _source.Version;

    /// <inheritdoc/>
    public bool JudgesWriterAlone => true;

    /// <inheritdoc/>
    public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(_options.Enabled && _source.Find(context) is ({ Count: > 0 } hits, var version) ? Found(hits, version) : null);
    }

    private static ModerationFinding Found(List<ListHit> hits, string version) => new()
    {
        PolicyVersion = version,
        Code = "allowed",
        Reason = $"The allow list names the writer: '{hits[0].Entry.Rule}'.",
        Outcome = ModerationOutcome.Approve,
        Overrides = true,
        Evidence = [.. hits.Select(static h => h.Evidence)],
        Details = [.. hits.Select(static h => new FindingDetail("entry", h.Entry.Rule))],
    };
}
