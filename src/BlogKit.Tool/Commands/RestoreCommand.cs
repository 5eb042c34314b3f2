using System.CommandLine;

namespace BlogKit.CommandLine;

/// <summary>
/// Returns comments to what they were before they were taken down; with --from, the whole database to what it was when a copy was made.
/// </summary>
internal sealed class RestoreCommand : ModerationCommand
{
    private readonly Option<string?> _from = new("--from")
    {
        HelpName = "COPY",
        Description = "Puts this copy, made by 'blogkit backup', in the place of the whole database, in place of restoring comments.",
    };

    private readonly RestoreDatabase _database;

    public RestoreCommand(CommonOptions common)
        : base(
            "restore",
            "Returns comments to what they were before they were taken down, or the database to a backup.",
            common,
            mayBeWithoutIds: true)
    {
        _database = new RestoreDatabase(common, _from);
        Add(_from);
        Validators.Add(result =>
        {
            if (HasIds(result) == (result.GetResult(_from) is not null))
            {
                result.AddError("Name the comments to restore, or a copy of the database with --from, one of both.");
            }
        });
    }

    public override Task<int> InvokeAsync(ParseResult input, CancellationToken cancellationToken) =>
        input.GetValue(_from) is null ? base.InvokeAsync(input, cancellationToken) : _database.InvokeAsync(input, cancellationToken);

    protected override async Task<Result<ModeratedItem>> DecideAsync(
        BlogSession session, CommentId id, string? reason, CancellationToken cancellationToken) =>
        Item(await session.Host.Moderation.RestoreAsync(
            session.Blog.Id, id, session.Actor, reason: reason, cancellationToken: cancellationToken));
}
