namespace BlogKit.CommandLine;

/// <summary>Takes comments down; their replies stay.</summary>
internal sealed class TrashCommand(CommonOptions common)
    : ModerationCommand("trash", "Takes comments down; their replies stay.", common)
{
    protected override async Task<Result<ModeratedItem>> DecideAsync(
        ModerationService moderation, CommentId id, Actor actor, string? reason, CancellationToken cancellationToken) =>
        Item(await moderation.TrashAsync(id, actor, reason, cancellationToken: cancellationToken));
}
