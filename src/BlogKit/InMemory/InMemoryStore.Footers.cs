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
        return Save(
            state =>
            {
                var stored = state.Footers.GetValueOrDefault(block.Id);
                return Compare(state, block.BlogId, block.Version, stored?.BlogId, stored?.Version) switch
                {
                    SaveOutcome.Saved when block.AuthorId is { } author && !state.Authors.ContainsKey(author) => SaveOutcome.Missing,
                    var outcome => outcome,
                };
            },
            state => Changed(
                state with { Footers = state.Footers.SetItem(block.Id, block with { Version = block.Version + 1 }) },
                block.BlogId,
                BlogChangeKind.Footers),
            cancellationToken);
    }

    public Task<SaveOutcome> DeleteAsync(BlogId blogId, FooterBlockId id, long version, CancellationToken cancellationToken) =>
        Remove(
            blogId,
            version,
            state => state.Footers.GetValueOrDefault(id) is { } block ? (block.BlogId, block.Version) : null,
            state => WithPosts(
                Changed(Step(state with { Footers = state.Footers.Remove(id) }), blogId, BlogChangeKind.Footers),
                blogId,
                p => p.FooterBlockIds.Contains(id),
                p => p with { FooterBlockIds = p.FooterBlockIds.Remove(id) }),
            cancellationToken);
}
