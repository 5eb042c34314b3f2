namespace BlogKit.CommandLine;

/// <summary>Returns comments to what they were before they were taken down.</summary>
internal sealed class RestoreCommand(CommonOptions common)
    : ModerationCommand("restore", "Returns comments to what they were before they were taken down.", common)
{
    protected override async Task<Result<ModeratedItem>> DecideAsync(
        ModerationService moderation, CommentId id, Actor actor, string? reason, CancellationToken cancellationToken) =>
        Item(await moderation.RestoreAsync(id, actor, reason, cancellationToken: cancellationToken));
}
