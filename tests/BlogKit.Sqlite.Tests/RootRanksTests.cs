using BlogKit.Specification;
using BlogKit.Storage;

namespace BlogKit.Sqlite.Tests;

public sealed class RootRanksTests : IAsyncLifetime
{
    private readonly SqliteHarness _harness = new();
    private readonly SampleData _sample = new();

    public Task InitializeAsync() => _harness.StartAsync();

    public async Task DisposeAsync() => await _harness.DisposeAsync();

    [Fact]
    public async Task Roots_of_a_long_thread_have_their_numbers_whatever_came_and_went()
    {
        var random = new Random(7);
        var post = await Fill.PostAsync(_harness.Store, _sample);
        var spare = Enumerable.Range(0, 6000).Select(_ => _sample.Comment(post)).OrderBy(_ => random.Next()).ToList();
        await _harness.Store.ImportAsync([.. spare[..600]], default);
        await _harness.Store.ImportAsync([.. spare[600..620]], default);
        await _harness.Store.ImportAsync([.. spare[620..3000]], default);
        await Task.WhenAll(spare[3000..4500].Select(c => _harness.Store.AddAsync(SampleData.Addition(c), default)));
        var present = spare[..4500].ToList();
        foreach (var gone in spare[1000..1400])
        {
            await _harness.Store.UpdateAsync(new CommentChange(gone with { Version = 1, Status = CommentStatus.Spam }, null), default);
            present.Remove(gone);
        }

        await Task.WhenAll(spare[4500..6000].Select(c => _harness.Store.AddAsync(SampleData.Addition(c), default)));
        present.AddRange(spare[4500..6000]);
        var ids = present.Select(static c => c.Id).Order().ToList();
        foreach (var place in Enumerable.Range(0, ids.Count).Where(i => i % 97 == 0))
        {
            await NumberAsync(post, ThreadSort.Oldest, ids[place], place + 1);
            await NumberAsync(post, ThreadSort.Newest, ids[place], ids.Count - place);
        }
    }

    private async Task NumberAsync(Post post, ThreadSort sort, CommentId root, int number)
    {
        var page = await _harness.Store.ReadRootsAsync(
            new RootsQuery { BlogId = post.BlogId, PostId = post.Id, Sort = sort, Size = 10, RepliesPerRoot = 0, Holding = root },
            default);

        page.Branches.Single(b => b.Root.Id == root).Number.Should().Be(number);
    }
}
