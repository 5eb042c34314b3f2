using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    public Task<DisplayName?> FindDisplayNameAsync(BlogId blogId, string userKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(userKey);
        return Read(state => state.DisplayNames.GetValueOrDefault((blogId, userKey)), cancellationToken);
    }

    public Task<SaveOutcome> SaveDisplayNameAsync(DisplayName name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        StorableText.Check(name);
        return Write(
            state => state.Blogs.ContainsKey(name.BlogId)
                ? (Named(state, name), SaveOutcome.Saved)
                : (state, SaveOutcome.Missing),
            cancellationToken);
    }

    public Task<bool> DeleteDisplayNameAsync(BlogId blogId, string userKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(userKey);
        return Write(
            state => state.DisplayNames.ContainsKey((blogId, userKey))
                ? (Changed(
                    Step(state with { DisplayNames = state.DisplayNames.Remove((blogId, userKey)) }), blogId, BlogChangeKind.DisplayNames),
                    true)
                : (state, false),
            cancellationToken);
    }

    private InMemoryState Named(InMemoryState state, DisplayName name) => Changed(
        Step(state with { DisplayNames = state.DisplayNames.SetItem((name.BlogId, name.UserKey), name) }),
        name.BlogId,
        BlogChangeKind.DisplayNames);

    private static string? KeptName(InMemoryState state, BlogId blogId, string? userKey) =>
        userKey is null ? null : state.DisplayNames.GetValueOrDefault((blogId, userKey))?.Name;
}
