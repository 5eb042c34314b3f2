namespace BlogKit.CommandLine;

/// <summary>Erases comments for ever.</summary>
internal sealed class PurgeCommand(CommonOptions common)
    : ModerationCommand("purge", "Erases the text, writer and history of comments for ever. This cannot be undone.", common)
{
    protected override async Task<Result<ModeratedItem>> DecideAsync(
        ModerationService moderation, CommentId id, Actor actor, string? reason, CancellationToken cancellationToken)
    {
        var purged = await moderation.PurgeAsync(id, actor, reason, cancellationToken: cancellationToken);
        return purged.Succeeded ? new ModeratedItem(id, CommentStatus.Deleted, Version: null) : purged.Errors;
    }
}
