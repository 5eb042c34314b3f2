using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore.Tests;

public sealed class KeptPagesTests
{
    private static readonly BlogId[] Blogs = [new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), default];
    private static readonly PostId?[] Posts = [new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), null];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_index_finds_the_pages_that_a_look_at_every_page_finds(int seed)
    {
        var random = new Random(seed);
        var index = new KeptPages();
        var all = new Dictionary<string, (SharedPage Page, CachedPage Made)>(StringComparer.Ordinal);

        for (var step = 0; step < 2_000; step++)
        {
            var key = $"/page-{random.Next(40)}";
            if (random.Next(3) > 0)
            {
                var page = new SharedPage(key) { BlogId = Blogs[random.Next(2)], PostId = Posts[random.Next(Posts.Length)] };
                var made = Made();
                index.Add(page, made);
                all[key] = (page, made);
            }
            else if (all.TryGetValue(key, out var one))
            {
                // Told of late: the page that took the address meanwhile is another.
                var late = random.Next(2) == 0;
                index.Forget(key, late ? Made() : one.Made);
                if (!late)
                {
                    all.Remove(key);
                }
            }

            var kinds = Enum.GetValues<BlogChangeKind>();
            var change = new BlogChange(Blogs[random.Next(Blogs.Length)], kinds[random.Next(kinds.Length)])
            {
                PostId = Posts[random.Next(Posts.Length)],
            };
            index.TouchedBy(change).Should().BeEquivalentTo(
                all.Values.Where(o => SharedPage.Touches(change, o.Page.BlogId, o.Page.PostId)).Select(static o => o.Page.Key),
                because: $"of {change}");
            index.Count.Should().Be(all.Count);
        }
    }

    private static CachedPage Made() => new([], []);
}
