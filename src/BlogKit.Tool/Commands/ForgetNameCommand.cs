using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Forgets the names that the writers of comments had chosen.</summary>
internal sealed class ForgetNameCommand(CommonOptions common)
    : ModerationCommand(
        "forget-name",
        "Forgets the names that the writers of comments, users of the application, had chosen: they are asked again. "
            + "Comments keep the name they were written under.",
        common)
{
    protected override async Task<Result<ModeratedItem>> DecideAsync(
        BlogSession session, CommentId id, string? reason, CancellationToken cancellationToken) =>
        Item(await session.Host.Moderation.ForgetNameAsync(
            session.Blog.Id, id, session.Actor, reason: reason, cancellationToken: cancellationToken));

    protected override void Show(ModerationAnswer answer, IAnsiConsole console)
    {
        foreach (var item in answer.Items)
        {
            console.MarkupLine($"The name that the writer of comment [bold]{item.Id}[/] had chosen is forgotten.");
        }
    }
}
