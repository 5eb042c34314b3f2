namespace BlogKit.CommandLine;

/// <summary>Erases comments for ever.</summary>
internal sealed class PurgeCommand(CommonOptions common)
    : ModerationCommand("purge", "Erases the text, writer and history of comments for ever. This cannot be undone.", common)
{
    protected override async Task<Result<ModeratedItem>> DecideAsync(
        BlogSession session, CommentId id, string? reason, CancellationToken cancellationToken)
    {
        var purged = await session.Host.Moderation.PurgeAsync(
            session.Blog.Id, id, session.Actor, reason: reason, cancellationToken: cancellationToken);
        return purged.Succeeded ? new ModeratedItem(id, CommentStatus.Deleted, Version: null) : purged.Errors;
    }
}
