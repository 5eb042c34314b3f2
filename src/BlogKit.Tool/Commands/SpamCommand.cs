namespace BlogKit.CommandLine;

/// <summary>Marks comments as spam.</summary>
internal sealed class SpamCommand(CommonOptions common)
    : ModerationCommand("spam", "Marks comments as spam.", common)
{
    protected override async Task<Result<ModeratedItem>> DecideAsync(
        BlogSession session, CommentId id, string? reason, CancellationToken cancellationToken) =>
        Item(await session.Host.Moderation.MarkSpamAsync(
            session.Blog.Id, id, session.Actor, reason: reason, cancellationToken: cancellationToken));
}
