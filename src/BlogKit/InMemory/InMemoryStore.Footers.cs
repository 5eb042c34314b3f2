using System.Collections.Immutable;
using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    Task<ImmutableArray<FooterBlock>> IFooterStore.ListAllAsync(BlogId blogId, CancellationToken cancellationToken) =>
        Read(
            state => state.Footers.Values.Where(f => f.BlogId == blogId)
                .OrderBy(static f => f.Position).ThenBy(static f => f.Id).ToImmutableArray(),
            cancellationToken);

    public Task<SaveOutcome> SaveAsync(FooterBlock block, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(block);
        StorableText.Check(block);
        return Write(
            state =>
            {
                var stored = state.Footers.GetValueOrDefault(block.Id);
                var outcome = Compare(stored?.Version, block.Version, stored?.BlogId != block.BlogId);
                if (outcome is SaveOutcome.Saved
                    && (!state.Blogs.ContainsKey(block.BlogId) || (block.AuthorId is { } author && !state.Authors.ContainsKey(author))))
                {
                    outcome = SaveOutcome.Missing;
                }

                return outcome is SaveOutcome.Saved
                    ? (Step(state with { Footers = state.Footers.SetItem(block.Id, block with { Version = block.Version + 1 }) }), outcome)
                    : (state, outcome);
            },
            cancellationToken);
    }

    public Task<SaveOutcome> DeleteAsync(BlogId blogId, FooterBlockId id, long version, CancellationToken cancellationToken) =>
        Write(
            state =>
            {
                if (state.Footers.GetValueOrDefault(id) is not { } block || block.BlogId != blogId)
                {
                    return (state, SaveOutcome.Missing);
                }

                return block.Version != version
                    ? (state, SaveOutcome.Conflict)
                    : (
                        WithPosts(
                            Step(state with { Footers = state.Footers.Remove(id) }),
                            p => p.FooterBlockIds.Contains(id),
                            p => p with { FooterBlockIds = p.FooterBlockIds.Remove(id) }),
                        SaveOutcome.Saved);
            },
            cancellationToken);
}
