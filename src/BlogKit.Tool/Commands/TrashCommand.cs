namespace BlogKit.CommandLine;

/// <summary>Takes comments down; their replies stay.</summary>
internal sealed class TrashCommand(CommonOptions common)
    : ModerationCommand("trash", "Takes comments down; their replies stay.", common)
{
    protected override async Task<Result<ModeratedItem>> DecideAsync(
        BlogSession session, CommentId id, string? reason, CancellationToken cancellationToken) =>
        Item(await session.Host.Moderation.TrashAsync(
            session.Blog.Id, id, session.Actor, reason: reason, cancellationToken: cancellationToken));
}
