using System.Globalization;

namespace BlogKit.Moderation;

/// <summary>
/// Objects when too much is sent in too short a time: from an address (IPv4) or a network of one line (IPv6, /64), by a writer (account or
/// e-mail address), under a post, in the blog. The store counts, so that several hosts agree; each window slides. Edits are not counted.
/// Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Whoever has one IPv6 line has 2^64 addresses, so what is counted is the <see cref="NetworkAddress.GetNetwork(string?)"/> of
/// <see cref="Comment.RemoteAddress"/>.
/// </remarks>
public sealed class FloodPolicy : IModerationPolicy
{
    private const string Wait = "That was a lot in a short time. Please wait a while before you write again.";

    private static readonly FindingRefusal s_tooMany = new(ErrorKind.TooMany, ErrorCodes.TooManyComments);

    private readonly ImmutableArray<FloodWindowOptions> _windows;

    /// <summary>Creates the policy with its limits.</summary>
    public FloodPolicy(FloodPolicyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _windows = options.Enabled ? options.WindowsInForce : [];
        Version = RuleVersion.Of(
            2,
            _windows.Select(static w => string.Create(CultureInfo.InvariantCulture, $"{w.Scope} {w.Maximum} {w.Per} {w.OutcomeInForce}")));
    }

    /// <inheritdoc/>
    public string Name => "flood";

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public ModerationNeeds Needs => _windows.IsEmpty ? ModerationNeeds.None : ModerationNeeds.Activity;

    /// <inheritdoc/>
    public bool JudgesWriterAlone => true;

    /// <inheritdoc/>
    public ImmutableArray<ActivityLimit> GetLimits(Comment comment, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(comment);
        if (comment.Version > 0)
        {
            return [];
        }

        var writer = comment.By.HistoryKey;
        var limits = ImmutableArray.CreateBuilder<ActivityLimit>(_windows.Length);
        foreach (var window in _windows)
        {
            if (Key(window.Scope, comment.RemoteAddress, writer) is { } key)
            {
                limits.Add(new ActivityLimit(new ActivityWindow(window.Scope, key, now - window.Per), window.Maximum));
            }
        }

        return limits.DrainToImmutable();
    }

    /// <inheritdoc/>
    public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.IsEdit || context.Facts.Activity.IsDefaultOrEmpty)
        {
            return default;
        }

        FloodWindowOptions? strictest = null;
        var counted = 0;
        var writer = context.Comment.By.HistoryKey;
        var details = ImmutableArray<FindingDetail>.Empty;
        foreach (var window in _windows)
        {
            if (Count(window, context, writer) is not { } count || count < window.Maximum)
            {
                continue;
            }

            details = details.Add(new FindingDetail(
                NameOf(window.Scope),
                string.Create(CultureInfo.InvariantCulture, $"{count} in {FindingText.FormatSpan(window.Per)}, at most {window.Maximum}"),
                Score(window)));
            if (strictest is null || window.OutcomeInForce > strictest.OutcomeInForce)
            {
                (strictest, counted) = (window, count);
            }
        }

        return new(strictest is null ? null : Found(strictest, counted, details));
    }

    private static ModerationFinding Found(FloodWindowOptions window, int count, ImmutableArray<FindingDetail> details) => new()
    {
        Code = $"flood-{NameOf(window.Scope)}",
        Reason = $"{FindingText.FormatCount(count, "comment")} {Place(window.Scope)} in {FindingText.FormatSpan(window.Per)}; "
            + $"more than {window.Maximum} are too many.",
        PublicReason = window.OutcomeInForce is ModerationOutcome.Reject ? Wait : null,
        Refusal = s_tooMany,
        Outcome = window.OutcomeInForce,
        Score = Score(window),
        Details = details,
    };

    private static int? Count(FloodWindowOptions window, ModerationContext context, string? writer) => context.Facts.FindCount(
        window.Scope, Key(window.Scope, context.Comment.RemoteAddress, writer), window.Per, context.Comment.CreatedAt);

    private static string? Key(ActivityScope scope, string? address, string? writer) => scope switch
    {
        ActivityScope.Address => string.IsNullOrEmpty(address) ? null : NetworkAddress.GetNetwork(address),
        ActivityScope.Writer => writer,
        _ => "",
    };

    private static double Score(FloodWindowOptions window) => window.Scope is ActivityScope.Address or ActivityScope.Writer ? 1 : 0.3;

    private static string NameOf(ActivityScope scope) => scope switch
    {
        ActivityScope.Address => "address",
        ActivityScope.Writer => "writer",
        ActivityScope.Post => "post",
        _ => "blog",
    };

    private static string Place(ActivityScope scope) => scope switch
    {
        ActivityScope.Address => "came from one address",
        ActivityScope.Writer => "came from one writer",
        ActivityScope.Post => "came under this post",
        _ => "came to the blog",
    };
}
