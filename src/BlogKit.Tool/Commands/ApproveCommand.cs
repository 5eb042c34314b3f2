namespace BlogKit.CommandLine;

/// <summary>Shows comments.</summary>
internal sealed class ApproveCommand(CommonOptions common)
    : ModerationCommand("approve", "Shows comments.", common)
{
    protected override async Task<Result<ModeratedItem>> DecideAsync(
        BlogSession session, CommentId id, string? reason, CancellationToken cancellationToken) =>
        Item(await session.Host.Moderation.ApproveAsync(
            session.Blog.Id, id, session.Actor, reason: reason, cancellationToken: cancellationToken));
}
