using BlogKit.Specification;

namespace BlogKit.Interchange;

/// <summary>A blog made of a number, and what it holds.</summary>
internal sealed class RandomBlog(int seed, ExportBlog blog)
{
    private static readonly string[] Words =
    [
        "tide", "boats & nets", "a < b", "海の日", "\U0001F30A", "`]]>`", "]]", "*rain*", "**two\nlines**", "[gallery]", "&amp;", "\u0001", "x\n", "\n\n",
        "[there](/media/x)", "[out](https://y.example/?a=1&b=2)", "~~no~~", "“quoted”", "<!--more-->", "\u2028", "‏שלום",
    ];

    private readonly Random _random = new(seed);

    public List<Post> Posts { get; } = [];

    public List<Comment> Comments { get; } = [];

    public List<Author> Authors { get; } = [];

    public List<Category> Categories { get; } = [];

    public async Task FillAsync()
    {
        Authors.Add(blog.Author);
        for (var count = _random.Next(3); count > 0; count--)
        {
            Authors.Add(await blog.AddAsync(blog.Data.Author(blog.Blog.Id, One("Jon", "海", "R & D"))));
        }

        for (var count = _random.Next(5); count > 0; count--)
        {
            Categories.Add(await blog.AddAsync(blog.Data.Category(
                blog.Blog.Id, $"{One("Sea", "海", "a < b")} {Categories.Count}", Categories.Count > 0 && Chance(2) ? One([.. Categories]).Id : null)));
        }

        for (var count = _random.Next(1, 6); count > 0; count--)
        {
            Posts.Add(await blog.AddAsync($"Title {Line()} {Posts.Count}", Text(12), Vary));
        }

        foreach (var post in Posts)
        {
            var thread = new List<Comment>();
            for (var count = _random.Next(12); count > 0; count--)
            {
                thread.Add(Vary(blog.Said(post, "Said " + Text(6), thread.Count > 0 && Chance(2) ? One([.. thread]) : null)));
            }

            Comments.AddRange(thread);
            await blog.StoreAsync(thread);
        }
    }

    private Post Vary(Post post)
    {
        var isPage = Chance(4);
        return post with
        {
            Kind = isPage ? PostKind.Page : PostKind.Post,
            ParentId = isPage && Posts.Find(static other => other.Kind is PostKind.Page) is { } parent && Chance(2) ? parent.Id : null,
            AuthorIds = [.. Authors.Where(_ => Chance(2)).DefaultIfEmpty(blog.Author).Select(static author => author.Id)],
            CategoryIds = [.. Categories.Where(_ => Chance(2)).Select(static category => category.Id)],
            Tags = Chance(2) ? [] : [.. new[] { "C#", "海", "sea & sky" }.Take(_random.Next(4)).Select(Tag.From)],
            Status = One(Enum.GetValues<PostStatus>()),
            Visibility = Chance(2) ? PostVisibility.Public : One(Enum.GetValues<PostVisibility>()),
            PublishedAt = SampleData.Now.AddTicks(_random.NextInt64(-TimeSpan.TicksPerDay * 9000, TimeSpan.TicksPerDay * 9)),
            CreatedAt = SampleData.Now.AddMinutes(-_random.Next(1000)),
            UpdatedAt = SampleData.Now.AddTicks(-_random.NextInt64(TimeSpan.TicksPerDay)),
            IsPinned = Chance(4),
            Excerpt = Chance(3) ? "By hand: " + Line() : null,
            FeaturedImage = Chance(3) ? new FeaturedImage("/media/" + _random.Next(3) + ".jpg", "A boat") : null,
            FeedId = Chance(3) ? "https://old.example/?p=" + Posts.Count : null,
            Fields = Chance(3) ? [new PostField("mood", Line())] : [],
            Seo = Chance(3) ? new SeoFields { Title = "T", Description = Chance(2) ? "D" : null, NoIndex = Chance(2) } : new SeoFields(),
            Comments = new PostCommentSettings { Mode = Chance(3) ? One(Enum.GetValues<CommentMode>()) : null },
        };
    }

    private Comment Vary(Comment comment) => comment with
    {
        Status = Chance(2) ? CommentStatus.Approved : One(Enum.GetValues<CommentStatus>()),
        Kind = One(Enum.GetValues<CommentKind>()),
        CreatedAt = SampleData.Now.AddTicks(-_random.NextInt64(TimeSpan.TicksPerDay * 400)),
        RemoteAddress = Chance(3) ? null : "2001:db8::7",
        By = new Commenter
        {
            Name = One("Jon & Co", "海", "A <b>"),
            Email = Chance(2) ? null : "jon@example.org",
            Url = Chance(2) ? null : new Uri("https://jon.example/?a&b"),
        },
    };

    private bool Chance(int of) => _random.Next(of) == 0;

    private T One<T>(params T[] of) => of[_random.Next(of.Length)];

    private string Line() => One("calm", "a < b", "海 & \U0001F30A", "]]>", "\u0001x");

    private string Text(int most) => string.Join(' ', Enumerable.Range(0, _random.Next(1, most)).Select(_ => One(Words)));
}
