using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : ICommentIntakeStore
{
    public Task<IntakeFacts> ReadIntakeAsync(IntakeQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ReadAsync(query, CommentIntake.Read, cancellationToken);
    }

    public Task<AdditionResult> AddAsync(CommentAddition addition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(addition);
        StorableText.Check(addition);
        return WriteAsync(addition, CommentIntake.Add, cancellationToken);
    }

    public Task<ImmutableArray<CommentImportResult>> ImportAsync(
        IReadOnlyCollection<CommentImport> comments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(comments);
        foreach (var comment in comments)
        {
            StorableText.Check(comment);
        }

        return WriteAsync(comments, CommentImporter.Import, cancellationToken);
    }
}
