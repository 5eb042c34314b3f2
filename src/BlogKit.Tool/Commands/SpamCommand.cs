namespace BlogKit.CommandLine;

/// <summary>Marks comments as spam.</summary>
internal sealed class SpamCommand(CommonOptions common)
    : ModerationCommand("spam", "Marks comments as spam.", common)
{
    protected override async Task<Result<ModeratedItem>> DecideAsync(
        ModerationService moderation, CommentId id, Actor actor, string? reason, CancellationToken cancellationToken) =>
        Item(await moderation.MarkSpamAsync(id, actor, reason, cancellationToken: cancellationToken));
}
