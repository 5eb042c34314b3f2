using Microsoft.Extensions.Options;

namespace BlogKit.Internal;

/// <summary>Holds what <see cref="ModerationOptions.Hold"/> says.</summary>
internal sealed class ConfiguredHoldPolicy(IOptions<BlogKitOptions> options) : IModerationPolicy
{
    private readonly IModerationPolicy? _policy = options.Value.Moderation.Hold switch
    {
        HoldMode.All => new HoldAllPolicy(),
        HoldMode.FirstComment => new HoldFirstPolicy(),
        _ => null,
    };

    public string Name => _policy?.Name ?? "hold-none";

    public string Version => _policy?.Version ?? "1";

    public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken) =>
        _policy?.EvaluateAsync(context, cancellationToken) ?? default;
}
