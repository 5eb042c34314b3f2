using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : ILearningStore
{
    public Task<LearnedModel?> FindModelAsync(string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return ReadAsync(
            key,
            static (session, key) =>
            {
                using var row = session.Use(LearningSql.Find).With(key);
                return row.Step()
                    ? new LearnedModel
                    {
                        Key = row.Text(0),
                        Version = row.Int64(1),
                        Position = row.Int64(2),
                        SavedAt = row.Time(3),
                        State = [.. row.Blob(4)],
                    }
                    : null;
            },
            cancellationToken);
    }

    public Task<long> ReadModelVersionAsync(string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return ReadAsync(key, static (session, key) => FindModelVersion(session, key) ?? 0, cancellationToken);
    }

    public Task<SaveOutcome> SaveModelAsync(LearnedModel model, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        StorableText.Check(model.Key);
        return WriteAsync(
            model,
            static (session, model) =>
            {
                if (Versions.Compare(FindModelVersion(session, model.Key), model.Version) is { } refused)
                {
                    return refused;
                }

                StoreModel(session, model with { Version = model.Version + 1 });
                return SaveOutcome.Saved;
            },
            cancellationToken);
    }

    public Task<bool> RemoveModelAsync(string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return WriteAsync(key, static (session, key) => session.Use(LearningSql.Remove).With(key).Execute() > 0, cancellationToken);
    }

    private static long? FindModelVersion(SqliteSession session, string key)
    {
        using var row = session.Use(LearningSql.FindVersion).With(key);
        return row.Step() ? row.Int64(0) : null;
    }

    private static void StoreModel(SqliteSession session, LearnedModel model) => session.Use(LearningSql.Save)
        .With(model.Key)
        .With(model.Version)
        .With(model.Position)
        .With(model.SavedAt)
        .With(Arrays.Given(model.State).AsSpan())
        .Execute();
}
