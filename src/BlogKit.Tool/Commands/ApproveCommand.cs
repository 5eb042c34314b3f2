namespace BlogKit.CommandLine;

/// <summary>Shows comments.</summary>
internal sealed class ApproveCommand(CommonOptions common)
    : ModerationCommand("approve", "Shows comments.", common)
{
    protected override async Task<Result<ModeratedItem>> DecideAsync(
        ModerationService moderation, CommentId id, Actor actor, string? reason, CancellationToken cancellationToken) =>
        Item(await moderation.ApproveAsync(id, actor, reason, cancellationToken: cancellationToken));
}
