namespace BlogKit.Moderation;

/// <summary>Objects to comments of writers and addresses that a ban in force names. Immutable and thread-safe.</summary>
public sealed class BanPolicy(BanPolicyOptions options) : IModerationPolicy
{
    private static readonly FindingRefusal s_banned = new(ErrorKind.Forbidden, ErrorCodes.Banned);

    /// <inheritdoc/>
    public string Name => "bans";

    /// <inheritdoc/>
    public string Version { get; } = RuleVersion.Of(1, options.Enabled, options.Outcome, options.TellUntil, options.TellReason);

    /// <inheritdoc/>
    public ModerationNeeds Needs => options.Enabled ? ModerationNeeds.Bans : ModerationNeeds.None;

    /// <inheritdoc/>
    public bool JudgesWriterAlone => true;

    /// <inheritdoc/>
    public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(options.Enabled && context.Facts.Ban is { } ban ? Found(ban) : null);
    }

    private ModerationFinding Found(Ban ban)
    {
        var reason = string.IsNullOrWhiteSpace(ban.Reason) ? null : Sentence(ban.Reason);
        var until = ban.Until is { } end ? $" until {FindingText.FormatMoment(end)}" : "";
        return new ModerationFinding
        {
            Code = "banned",
            Reason = $"{Whom(ban.Key)} is banned{(ban.Until is null ? " without end" : until)}{(reason is null ? "." : $": {reason}")}",
            PublicReason = options.Outcome is ModerationOutcome.Reject
                ? "You cannot comment "
                    + $"here{(options.TellUntil ? until : "")}.{(options.TellReason && reason is not null ? " " + reason : "")}"
                : null,
            Refusal = s_banned,
            Outcome = options.Outcome,
            Score = 1,
            Details =
            [
                new("since", FindingText.FormatMoment(ban.At), 1),
                new("until", ban.Until is { } last ? FindingText.FormatMoment(last) : "without-end"),
                new("by", ban.ActorKey.ToString()),
            ],
        };
    }

    // The key of the ban contains an address, and the finding may be kept longer than the comment: so it names only the kind of the key.
    private static string Whom(string key) => key switch
    {
        _ when key.StartsWith("address:", StringComparison.Ordinal) =>
            key.Contains('/', StringComparison.Ordinal) ? "The network" : "The address",
        _ when key.StartsWith("email:", StringComparison.Ordinal) => "The e-mail address",
        _ => "The account",
    };

    private static string Sentence(string text)
    {
        text = text.Trim();
        return text[^1] is '.' or '!' or '?' ? text : text + ".";
    }
}
