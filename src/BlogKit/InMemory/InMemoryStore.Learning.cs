using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    public Task<LearnedModel?> FindModelAsync(string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Read(state => state.Models.GetValueOrDefault(key), cancellationToken);
    }

    public Task<long> ReadModelVersionAsync(string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Read(state => state.Models.GetValueOrDefault(key)?.Version ?? 0, cancellationToken);
    }

    public Task<SaveOutcome> SaveModelAsync(LearnedModel model, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        StorableText.Check(model.Key);
        return Save(
            state => Compare(state.Models.GetValueOrDefault(model.Key)?.Version, model.Version),
            state => state with { Models = state.Models.SetItem(model.Key, model with { Version = model.Version + 1 }) },
            cancellationToken);
    }

    public Task<bool> RemoveModelAsync(string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Write(
            state => state.Models.ContainsKey(key) ? (Step(state with { Models = state.Models.Remove(key) }), true) : (state, false),
            cancellationToken);
    }
}
