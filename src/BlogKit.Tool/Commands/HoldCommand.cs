namespace BlogKit.CommandLine;

/// <summary>Puts comments back to wait for a decision.</summary>
internal sealed class HoldCommand(CommonOptions common)
    : ModerationCommand("hold", "Puts comments back to wait for a decision.", common)
{
    protected override async Task<Result<ModeratedItem>> DecideAsync(
        ModerationService moderation, CommentId id, Actor actor, string? reason, CancellationToken cancellationToken) =>
        Item(await moderation.HoldAsync(id, actor, reason, cancellationToken: cancellationToken));
}
