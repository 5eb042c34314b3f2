namespace BlogKit.CommandLine;

/// <summary>Puts comments back to wait for a decision.</summary>
internal sealed class HoldCommand(CommonOptions common)
    : ModerationCommand("hold", "Puts comments back to wait for a decision.", common)
{
    protected override async Task<Result<ModeratedItem>> DecideAsync(
        BlogSession session, CommentId id, string? reason, CancellationToken cancellationToken) =>
        Item(await session.Host.Moderation.HoldAsync(
            session.Blog.Id, id, session.Actor, reason: reason, cancellationToken: cancellationToken));
}
