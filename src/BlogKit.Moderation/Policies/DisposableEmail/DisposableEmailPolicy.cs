using System.Collections.Frozen;
using BlogKit.Internal;

namespace BlogKit.Moderation;

/// <summary>Objects to disposable e-mail addresses, of services that make them to be thrown away. Immutable and thread-safe.</summary>
public sealed class DisposableEmailPolicy : IModerationPolicy
{
    private readonly DisposableEmailPolicyOptions _options;
    private readonly FrozenSet<string> _domains;
    private readonly FrozenSet<string> _allowed;

    /// <summary>Creates the policy with the domains of the options beside those that come with BlogKit.</summary>
    public DisposableEmailPolicy(DisposableEmailPolicyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _domains = HostText.CreateSet(options.Enabled ? EmbeddedLines.Of("disposable-domains.txt").Concat(options.Domains) : []);
        _allowed = HostText.CreateSet(options.AllowedDomains);
        Version = RuleVersion.Of(
            1, options.Enabled, _domains.Order(StringComparer.Ordinal), options.AllowedDomains, options.Outcome, options.Score);
    }

    /// <inheritdoc/>
    public string Name => "disposable-email";

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var email = context.Comment.By.Email;
        var domain = _domains.Count == 0 ? null : HostText.FindHostOfEmail(email);
        return new(domain is not null && HostText.Find(_domains, domain) is { } entry && HostText.Find(_allowed, domain) is null
            ? Found(entry, email!)
            : null);
    }

    private ModerationFinding Found(string entry, string email) => new()
    {
        Code = "disposable-email",
        Reason = $"'{entry}' gives out e-mail addresses to be thrown away.",
        PublicReason = _options.Outcome is ModerationOutcome.Reject ? "Please use an e-mail address that lasts." : null,
        Outcome = _options.Outcome,
        Score = _options.Score,
        Evidence = [new(EvidenceField.Email, email.LastIndexOf('@') + 1, email.Length - email.LastIndexOf('@') - 1, entry)],
        Details = [new("domain", entry, _options.Score)],
    };
}
