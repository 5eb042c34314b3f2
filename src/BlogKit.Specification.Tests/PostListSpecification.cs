using System.Globalization;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Tests the contract of <see cref="IPostStore"/> for lists: filters, order, paging both ways, tags, series.</summary>
public abstract class PostListSpecification : StoreSpecification
{
    private static readonly DateTimeOffset s_now = SampleData.Now;

    /// <summary>
    /// A new tag is refused when another listed post of the blog has its slug under another name; the same name is the same tag.
    /// </summary>
    [Fact]
    public async Task A_new_tag_whose_slug_another_listed_post_has_under_another_name_is_not_saved()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var elsewhere = await Store.AddBlogAsync(Sample, "other").ConfigureAwait(false);
        var wax = new Tag("Wax", Slug.From("wax"));
        var honey = new Tag("Honey", Slug.From("honey"));
        var own = await Store.AddPostAsync(Sample, blog, p => p with { Tags = [new Tag("Own", Slug.From("own"))] }).ConfigureAwait(false);
        await Store.AddPostAsync(Sample, blog, p => p with { Tags = [wax] }).ConfigureAwait(false);
        await Store.AddPostAsync(Sample, blog, p => p with { Tags = [honey], Status = PostStatus.Draft }).ConfigureAwait(false);
        await Store.AddPostAsync(Sample, blog, p => p with { Tags = [honey], Visibility = PostVisibility.Unlisted }).ConfigureAwait(false);
        await Store.AddPostAsync(Sample, blog, p => p with { Tags = [honey], Kind = PostKind.Page }).ConfigureAwait(false);
        await Store.AddPostAsync(Sample, elsewhere, p => p with { Tags = [honey] }).ConfigureAwait(false);
        await Store.AddPostAsync(Sample, blog, p => p with
        {
            Tags = [new Tag("Later", Slug.From("later"))],
            Status = PostStatus.Scheduled,
            PublishedAt = SampleData.Now.AddYears(9),
        }).ConfigureAwait(false);

        Assert.Equal(SaveOutcome.TagTaken, await SaveAsync("WAX!", "wax").ConfigureAwait(false));
        Assert.Equal(SaveOutcome.TagTaken, await SaveAsync("LATER", "later").ConfigureAwait(false));
        Assert.Equal("Own", (await Store.Posts.FindAsync(own.BlogId, own.Id, default).ConfigureAwait(false))!.Tags.Single().Name);
        foreach (var (name, slug) in new[] { ("Wax", "wax"), ("HONEY", "honey"), ("OWN", "own") })
        {
            Assert.Equal(SaveOutcome.Saved, await SaveAsync(name, slug).ConfigureAwait(false));
            own = own with { Version = own.Version + 1 };
        }

        Assert.Equal(
            SaveOutcome.Saved,
            await Store.Posts.SaveAsync(
                new PostSave(own with { Tags = [new Tag("WAX!", Slug.From("wax"))] }, null), default).ConfigureAwait(false));

        Task<SaveOutcome> SaveAsync(string name, string slug)
        {
            var tag = new Tag(name, Slug.From(slug));
            return Store.Posts.SaveAsync(new PostSave(own with { Tags = [tag] }, null) { NewTags = [tag] }, default);
        }
    }

    /// <summary>One of many posts that bring the same slug under different names at once is saved.</summary>
    [Fact]
    public async Task Of_new_tags_with_one_slug_at_once_one_is_saved()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var author = await Store.AddAuthorAsync(Sample, blog).ConfigureAwait(false);
        var saves = Enumerable.Range(1, 8)
            .Select(number => new Tag($"Wax {number}", Slug.From("wax")))
            .Select(tag => new PostSave(Sample.Post(blog.Id, author.Id) with { Tags = [tag] }, null) { NewTags = [tag] })
            .ToList();

        var outcomes = await Task.WhenAll(saves.Select(save => Task.Run(() => Store.Posts.SaveAsync(save, default)))).ConfigureAwait(false);

        Assert.Single(outcomes, SaveOutcome.Saved);
        Assert.Equal(7, outcomes.Count(static o => o is SaveOutcome.TagTaken));
    }

    /// <summary>Only readable posts that are public or ask for a password are listed.</summary>
    [Fact]
    public async Task Only_what_readers_find_is_listed()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var shown = new List<PostId>();
        foreach (var status in Enum.GetValues<PostStatus>())
        {
            foreach (var visibility in Enum.GetValues<PostVisibility>())
            {
                foreach (var at in new DateTimeOffset?[] { null, s_now.AddTicks(-1), s_now, s_now.AddMinutes(1) })
                {
                    var post = await Store.AddPostAsync(
                        Sample, blog, p => p with { Status = status, Visibility = visibility, PublishedAt = at }).ConfigureAwait(false);
                    if (status is PostStatus.Published or PostStatus.Scheduled && at <= s_now && visibility is not PostVisibility.Unlisted)
                    {
                        shown.Add(post.Id);
                    }
                }
            }
        }

        var listed = await Store.Posts.ListPublishedAsync(Query(blog), default).ConfigureAwait(false);

        Assert.Equal(shown.Order(), listed.Items.Select(static p => p.Id).Order());
        Assert.Equal((false, false), (listed.HasPrevious, listed.HasNext));
        var later = await Store.Posts.ListPublishedAsync(Query(blog) with { Now = s_now.AddMinutes(1) }, default).ConfigureAwait(false);
        Assert.Equal(shown.Count + 4, later.Items.Length);
        Assert.Empty((await Store.Posts.ListPublishedAsync(
            Query(blog) with { BlogId = new BlogId(Sample.NextId()) }, default).ConfigureAwait(false)).Items);
    }

    /// <summary>A summary has the values of its post, without its text.</summary>
    [Fact]
    public async Task A_summary_agrees_with_its_post()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var post = await Store.AddPostAsync(Sample, blog, static p => p with
        {
            Tags = [Tag.From("Wax"), Tag.From("Art")],
            IsPinned = true,
            Format = PostFormat.Html,
            FeaturedImage = new FeaturedImage("/b.png", "A bee") { Caption = "Bee", Width = 10 },
        }).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, post, null, CommentStatus.Pending).ConfigureAwait(false);
        var expected = new PostSummary
        {
            Id = post.Id,
            BlogId = blog.Id,
            Kind = post.Kind,
            Slug = post.Slug,
            Title = post.Title,
            ExcerptHtml = post.Rendered.ExcerptHtml,
            ExcerptText = post.Rendered.ExcerptText,
            WordCount = post.Rendered.WordCount,
            AuthorIds = post.AuthorIds,
            Tags = post.Tags,
            CategoryIds = post.CategoryIds,
            FeaturedImage = post.FeaturedImage,
            Status = post.Status,
            Visibility = post.Visibility,
            PublishedAt = post.PublishedAt,
            UpdatedAt = post.UpdatedAt,
            ContentUpdatedAt = post.ContentUpdatedAt,
            ShownComments = 1,
            Version = 1,
            IsPinned = true,
            Format = PostFormat.Html,
            RendererVersion = post.RendererVersion,
        };

        Same.Content(expected, (await Store.Posts.ListPublishedAsync(Query(blog), default).ConfigureAwait(false)).Items.Single());
        Same.Content(expected, (await Store.Posts.ListForDeskAsync(Desk(blog), default).ConfigureAwait(false)).Items.Single());
    }

    /// <summary>The excerpt of a post with a password is not listed.</summary>
    [Fact]
    public async Task The_excerpt_of_a_password_post_is_not_listed()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        await Store.AddPostAsync(
            Sample, blog, static p => p with { Visibility = PostVisibility.Password, PasswordHash = "x" }).ConfigureAwait(false);

        var summary = (await Store.Posts.ListPublishedAsync(Query(blog), default).ConfigureAwait(false)).Items.Single();

        Assert.Equal(("", ""), (summary.ExcerptHtml, summary.ExcerptText));
    }

    /// <summary>Published posts are filtered by each condition, and by all together.</summary>
    [Fact]
    public async Task Published_posts_are_filtered_by_everything_at_once()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var wax = Sample.Category(blog.Id, "Wax");
        var art = Sample.Category(blog.Id, "Art");
        var series = Sample.Series(blog.Id, "Year");
        await Store.Taxonomy.SaveCategoryAsync(wax, default).ConfigureAwait(false);
        await Store.Taxonomy.SaveCategoryAsync(art, default).ConfigureAwait(false);
        await Store.Taxonomy.SaveSeriesAsync(series, default).ConfigureAwait(false);
        var author = await Store.AddAuthorAsync(Sample, blog).ConfigureAwait(false);
        var posts = new List<Post>();
        for (var i = 0; i < 64; i++)
        {
            var number = i;
            posts.Add(await Store.AddPostAsync(Sample, blog, p => p with
            {
                Kind = (number & 1) == 0 ? PostKind.Post : PostKind.Page,
                Tags = (number & 2) == 0 ? [] : [Tag.From("Other"), Tag.From("Bee")],
                CategoryIds = (number & 4) == 0 ? [] : [(number & 32) == 0 ? wax.Id : art.Id],
                AuthorIds = (number & 8) == 0 ? p.AuthorIds : [.. p.AuthorIds, author.Id],
                SeriesId = (number & 16) == 0 ? null : series.Id,
                PublishedAt = s_now.AddDays(-number),
            }).ConfigureAwait(false));
        }

        await AssertAsync(p => p, static _ => true).ConfigureAwait(false);
        await AssertAsync(q => q with { Tag = Slug.From("bee") }, static i => (i & 2) != 0).ConfigureAwait(false);
        await AssertAsync(q => q with { Categories = [wax.Id] }, static i => (i & 36) == 4).ConfigureAwait(false);
        await AssertAsync(q => q with { Categories = [wax.Id, art.Id] }, static i => (i & 4) != 0).ConfigureAwait(false);
        await AssertAsync(q => q with { Author = author.Id }, static i => (i & 8) != 0).ConfigureAwait(false);
        await AssertAsync(q => q with { Series = series.Id }, static i => (i & 16) != 0).ConfigureAwait(false);
        await AssertAsync(
            q => q with { From = s_now.AddDays(-20), Until = s_now.AddDays(-10) }, static i => i is > 10 and <= 20).ConfigureAwait(false);
        await AssertAsync(
            q => q with
            {
                Tag = Slug.From("bee"),
                Categories = [wax.Id, art.Id],
                Author = author.Id,
                Series = series.Id,
                From = s_now.AddDays(-40),
            },
            static i => (i & 30) == 30 && i <= 40).ConfigureAwait(false);
        await AssertAsync(q => q with { Tag = Slug.From("unknown") }, static _ => false).ConfigureAwait(false);

        async Task AssertAsync(Func<PublishedPostQuery, PublishedPostQuery> narrow, Func<int, bool> matches)
        {
            foreach (var kind in new[] { PostKind.Post, PostKind.Page })
            {
                var expected = posts.Where((p, i) => p.Kind == kind && matches(i)).ToList();
                await AssertPagesAsync(
                    expected,
                    static p => p.PublishedAt!.Value,
                    (size, cursor) => Store.Posts.ListPublishedAsync(
                        narrow(Query(blog)) with { Kind = kind, Size = size, Cursor = cursor }, default))
                    .ConfigureAwait(false);
            }
        }
    }

    /// <summary>Posts with the same time are ordered by identity, and pages neither repeat nor leave out any.</summary>
    [Fact]
    public async Task Posts_published_at_the_same_moment_are_paged_by_identity()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var posts = new List<Post>();
        for (var i = 0; i < 9; i++)
        {
            var at = s_now.AddHours(-(i / 4));
            posts.Add(await Store.AddPostAsync(Sample, blog, p => p with { PublishedAt = at }).ConfigureAwait(false));
        }

        await AssertPagesAsync(
            [.. posts.OrderByDescending(static p => p.PublishedAt).ThenByDescending(static p => p.Id)],
            static p => p.PublishedAt!.Value,
            (size, cursor) => Store.Posts.ListPublishedAsync(
                Query(blog) with { Size = size, Cursor = cursor }, default)).ConfigureAwait(false);
    }

    /// <summary>A cursor keeps its place when posts are published or taken away meanwhile.</summary>
    [Fact]
    public async Task A_cursor_holds_its_place_when_posts_come_and_go()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var posts = new List<Post>();
        for (var i = 0; i < 4; i++)
        {
            var at = s_now.AddHours(-i);
            posts.Add(await Store.AddPostAsync(Sample, blog, p => p with { PublishedAt = at }).ConfigureAwait(false));
        }

        var cursor = new PostCursor(posts[1].PublishedAt!.Value, posts[1].Id);
        await Store.AddPostAsync(Sample, blog, static p => p with { PublishedAt = s_now }).ConfigureAwait(false);
        await Store.Posts.DeleteAsync(posts[1].BlogId, posts[1].Id, 1, default).ConfigureAwait(false);

        var next = await Store.Posts.ListPublishedAsync(Query(blog) with { Size = 1, Cursor = cursor }, default).ConfigureAwait(false);
        var previous = await Store.Posts.ListPublishedAsync(
            Query(blog) with { Size = 1, Cursor = cursor with { Backwards = true } }, default).ConfigureAwait(false);

        Assert.Equal((posts[2].Id, true), (next.Items.Single().Id, next.HasNext));
        Assert.Equal((posts[0].Id, true), (previous.Items.Single().Id, previous.HasPrevious));
    }

    /// <summary>The desk lists every stage, latest change first.</summary>
    [Fact]
    public async Task The_desk_lists_every_stage_by_last_change()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var author = await Store.AddAuthorAsync(Sample, blog).ConfigureAwait(false);
        var posts = new List<Post>();
        for (var i = 0; i < 24; i++)
        {
            var number = i;
            posts.Add(await Store.AddPostAsync(Sample, blog, p => p with
            {
                Status = (PostStatus)(number % 6),
                Kind = number % 2 == 0 ? PostKind.Post : PostKind.Page,
                AuthorIds = number % 3 == 0 ? [author.Id] : p.AuthorIds,
                UpdatedAt = s_now.AddMinutes(number % 5),
            }).ConfigureAwait(false));
        }

        await AssertAsync(q => q, static _ => true).ConfigureAwait(false);
        await AssertAsync(q => q with { Kind = PostKind.Page }, static p => p.Kind is PostKind.Page).ConfigureAwait(false);
        await AssertAsync(q => q with { Status = PostStatus.Draft }, static p => p.Status is PostStatus.Draft).ConfigureAwait(false);
        await AssertAsync(q => q with { Author = author.Id }, p => p.AuthorIds.Contains(author.Id)).ConfigureAwait(false);
        await AssertAsync(
            q => q with { Author = author.Id, Kind = PostKind.Post, Status = PostStatus.Draft },
            p => p.AuthorIds.Contains(author.Id) && p is { Kind: PostKind.Post, Status: PostStatus.Draft }).ConfigureAwait(false);

        Task AssertAsync(Func<PostDeskQuery, PostDeskQuery> narrow, Func<Post, bool> matches) => AssertPagesAsync(
            [.. posts.Where(matches).OrderByDescending(static p => p.UpdatedAt).ThenByDescending(static p => p.Id)],
            static p => p.UpdatedAt,
            (size, cursor) => Store.Posts.ListForDeskAsync(narrow(Desk(blog)) with { Size = size, Cursor = cursor }, default));
    }

    /// <summary>The tags of listed posts are counted, most used first, in their latest spelling.</summary>
    [Fact]
    public async Task Tags_are_counted_over_listed_posts()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        await AddAsync(3, "Bee", "wax").ConfigureAwait(false);
        await AddAsync(2, "bee", "art").ConfigureAwait(false);
        await AddAsync(1, "BEE", "Wax", "zoo").ConfigureAwait(false);
        await AddAsync(-1, "art", "Bee").ConfigureAwait(false);
        await Store.AddPostAsync(
            Sample, blog, static p => p with { Tags = [Tag.From("Hidden")], Visibility = PostVisibility.Unlisted }).ConfigureAwait(false);
        await Store.AddPostAsync(
            Sample, blog, static p => p with { Tags = [Tag.From("Draft")], Status = PostStatus.Draft }).ConfigureAwait(false);

        var tags = await Store.Posts.ListTagsAsync(blog.Id, s_now, 10, default).ConfigureAwait(false);
        var later = await Store.Posts.ListTagsAsync(blog.Id, s_now.AddHours(2), 2, default).ConfigureAwait(false);

        Same.Content([new(Tag.From("BEE"), 3), new(Tag.From("Wax"), 2), new(Tag.From("art"), 1), new TagCount(Tag.From("zoo"), 1)], tags);
        Same.Content([new(Tag.From("Bee"), 4), new TagCount(Tag.From("art"), 2)], later);

        Task<Post> AddAsync(int hoursAgo, params string[] names) => Store.AddPostAsync(Sample, blog, p => p with
        {
            Tags = [.. names.Select(Tag.From)],
            Status = PostStatus.Scheduled,
            PublishedAt = s_now.AddHours(-hoursAgo),
        });
    }

    /// <summary>Months are those of the zone asked for, with its rules of the time.</summary>
    [Theory]
    [InlineData("Europe/Berlin", "2025-12-31T23:30:00Z", 2026, 1)]
    [InlineData("Europe/Berlin", "2025-06-30T22:30:00Z", 2025, 7)]
    [InlineData("America/New_York", "2026-01-01T04:59:59Z", 2025, 12)]
    [InlineData("Asia/Kolkata", "2025-12-31T18:30:00Z", 2026, 1)]
    [InlineData("Asia/Kolkata", "2025-12-31T18:29:59.9999999Z", 2025, 12)]
    [InlineData("Pacific/Kiritimati", "2025-12-31T10:00:00Z", 2026, 1)]
    public async Task Months_are_those_of_the_zone(string zone, string at, int year, int month)
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var moment = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
        await Store.AddPostAsync(Sample, blog, p => p with { Status = PostStatus.Published, PublishedAt = moment }).ConfigureAwait(false);
        await Store.AddPostAsync(
            Sample, blog, p => p with { Status = PostStatus.Published, PublishedAt = moment.AddDays(-40) }).ConfigureAwait(false);

        var months = await Store.Posts.CountByMonthAsync(
            blog.Id, moment.AddDays(1), TimeZoneInfo.FindSystemTimeZoneById(zone), default).ConfigureAwait(false);

        Assert.Equal(2, months.Length);
        Assert.Equal(new MonthCount { Year = year, Month = month, Posts = 1 }, months[0]);
    }

    /// <summary>Listed posts are counted by the month of their publication in UTC.</summary>
    [Fact]
    public async Task Months_are_counted_over_listed_posts()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var other = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        await AddAsync("2024-02-01T00:00:00Z").ConfigureAwait(false);
        await AddAsync("2024-02-29T23:59:59.9999999Z").ConfigureAwait(false);
        await AddAsync(
            "2024-03-01T00:00:00Z", static p => p with { Visibility = PostVisibility.Password, PasswordHash = "x" }).ConfigureAwait(false);
        await AddAsync("2024-03-01T01:30:00+02:00").ConfigureAwait(false);
        await AddAsync("1999-12-31T23:59:59Z").ConfigureAwait(false);
        await AddAsync("2024-03-02T00:00:00Z", static p => p with { Kind = PostKind.Page }).ConfigureAwait(false);
        await AddAsync("2024-03-02T00:00:00Z", static p => p with { Status = PostStatus.Draft }).ConfigureAwait(false);
        await AddAsync("2024-03-02T00:00:00Z", static p => p with { Visibility = PostVisibility.Unlisted }).ConfigureAwait(false);
        await Store.AddPostAsync(Sample, other).ConfigureAwait(false);
        var later = s_now.AddMonths(2);
        await Store.AddPostAsync(Sample, blog, p => p with { Status = PostStatus.Scheduled, PublishedAt = later }).ConfigureAwait(false);

        var months = await Store.Posts.CountByMonthAsync(blog.Id, s_now, TimeZoneInfo.Utc, default).ConfigureAwait(false);
        var then = await Store.Posts.CountByMonthAsync(blog.Id, later, TimeZoneInfo.Utc, default).ConfigureAwait(false);

        Same.Content([Month(2024, 3, 1), Month(2024, 2, 3), Month(1999, 12, 1)], months);
        Same.Content([Month(later.Year, later.Month, 1), .. months], then);

        static MonthCount Month(int year, int month, int posts) => new() { Year = year, Month = month, Posts = posts };
        Assert.Empty(
            await Store.Posts.CountByMonthAsync(new BlogId(Sample.NextId()), s_now, TimeZoneInfo.Utc, default).ConfigureAwait(false));

        Task<Post> AddAsync(string at, Func<Post, Post>? change = null) => Store.AddPostAsync(
            Sample,
            blog,
            p => (change ?? (static same => same))(p with
            {
                Status = PostStatus.Published,
                PublishedAt = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime(),
            }));
    }

    /// <summary>The neighbours in a series are the nearest posts that readers find.</summary>
    [Fact]
    public async Task Neighbours_in_a_series_are_those_readers_find()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var series = Sample.Series(blog.Id, "Year");
        await Store.Taxonomy.SaveSeriesAsync(series, default).ConfigureAwait(false);
        var third = await AddAsync(2, static p => p with { PublishedAt = s_now.AddDays(-1) }).ConfigureAwait(false);
        var second = await AddAsync(
            2, static p => p with { PublishedAt = s_now.AddDays(-2), Visibility = PostVisibility.Password }).ConfigureAwait(false);
        var first = await AddAsync(1).ConfigureAwait(false);
        var draft = await AddAsync(3, static p => p with { Status = PostStatus.Draft }).ConfigureAwait(false);
        await AddAsync(3, static p => p with { Visibility = PostVisibility.Unlisted }).ConfigureAwait(false);
        var scheduled = await AddAsync(
            4, static p => p with { Status = PostStatus.Scheduled, PublishedAt = s_now.AddHours(1) }).ConfigureAwait(false);
        var alone = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);

        await AssertAsync(first, s_now, null, second).ConfigureAwait(false);
        await AssertAsync(second, s_now, first, third).ConfigureAwait(false);
        await AssertAsync(third, s_now, second, null).ConfigureAwait(false);
        await AssertAsync(third, s_now.AddHours(1), second, scheduled).ConfigureAwait(false);
        await AssertAsync(draft, s_now.AddHours(1), third, scheduled).ConfigureAwait(false);
        await AssertAsync(alone, s_now, null, null).ConfigureAwait(false);
        Assert.Equal(
            PostNeighbours.None,
            await Store.Posts.ReadNeighboursAsync(blog.Id, new PostId(Sample.NextId()), s_now, default).ConfigureAwait(false));

        Task<Post> AddAsync(int position, Func<Post, Post>? change = null) => Store.AddPostAsync(
            Sample,
            blog,
            p => (change?.Invoke(p) ?? p) with { SeriesId = series.Id, SeriesPosition = position });

        async Task AssertAsync(Post post, DateTimeOffset now, Post? previous, Post? next) => Assert.Equal(
            new PostNeighbours(Link(previous), Link(next)),
            await Store.Posts.ReadNeighboursAsync(post.BlogId, post.Id, now, default).ConfigureAwait(false));

        static PostLink? Link(Post? post) => post is null ? null : new PostLink(post.Id, post.Slug, post.Title);
    }

    private static async Task AssertPagesAsync(
        List<Post> expected,
        Func<Post, DateTimeOffset> time,
        Func<int, PostCursor?, Task<Slice<PostSummary>>> read)
    {
        foreach (var size in new[] { 1, 3, 100 })
        {
            for (var start = 0; start < expected.Count || start == 0; start += size)
            {
                var cursor = start == 0 ? null : new PostCursor(time(expected[start - 1]), expected[start - 1].Id);
                AssertSlice(start, start + size, await read(size, cursor).ConfigureAwait(false));
            }

            for (var end = expected.Count - 1; end > 0; end -= size)
            {
                var cursor = new PostCursor(time(expected[end]), expected[end].Id, Backwards: true);
                AssertSlice(Math.Max(0, end - size), end, await read(size, cursor).ConfigureAwait(false));
            }
        }

        void AssertSlice(int start, int end, Slice<PostSummary> slice)
        {
            Assert.Equal(expected.Skip(start).Take(end - start).Select(static p => p.Id), slice.Items.Select(static p => p.Id));
            Assert.Equal((start > 0, end < expected.Count), (slice.HasPrevious, slice.HasNext));
        }
    }

    private static PublishedPostQuery Query(Blog blog) => new() { BlogId = blog.Id, Now = s_now, Size = 1_000 };

    private static PostDeskQuery Desk(Blog blog) => new() { BlogId = blog.Id, Size = 1_000 };
}
