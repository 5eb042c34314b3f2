using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit.Samples.Web.SampleBlog;

/// <summary>
/// Writes the sample blog into an empty store. Every step looks whether it was done and can be repeated, so a host that is ended in the
/// middle goes on at its next start, and hosts that start together share the work. Once the blog has its name, nothing is touched again.
/// </summary>
internal sealed class SampleBlogSeeder
{
    private const string UnfinishedName = "A blog that is being written";

    // What the policy of the same name says of a first comment.
    private static readonly ModerationFinding s_firstComment = new()
    {
        Policy = "hold-first",
        PolicyVersion = "1",
        Code = "first-comment",
        Reason = "The first comment of this commenter waits for a moderator.",
        Outcome = ModerationOutcome.Hold,
    };

    private readonly SampleContent _content = SampleContent.Read();
    private readonly IServiceProvider _services;
    private readonly Blog _blog;
    private readonly SampleClock _clock;
    private readonly SampleIds _ids;
    private readonly TaxonomyService _taxonomy;
    private readonly FooterService _footers;
    private readonly AuthorService _authors;
    private readonly PostService _posts;

    private SampleBlogSeeder(IServiceProvider services, Blog blog, PastServices past)
    {
        _services = services;
        _blog = blog;
        _clock = past.Clock;
        _ids = past.Ids;
        _taxonomy = services.GetRequiredService<TaxonomyService>();
        _footers = past.Get<FooterService>();
        _authors = past.Get<AuthorService>();
        _posts = past.Get<PostService>();
    }

    /// <summary>Seeds the blog unless it was seeded before.</summary>
    public static async Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var blogs = services.GetRequiredService<BlogService>();
        if (!(await blogs.GetByKeyAsync(SampleContent.Key, cancellationToken)).Succeeded)
        {
            await blogs.CreateAsync(new NewBlog(SampleContent.Key, UnfinishedName), Actor.System, cancellationToken);
        }

        var blog = (await blogs.GetByKeyAsync(SampleContent.Key, cancellationToken)).Value;
        if (blog.Name == UnfinishedName)
        {
            // Every date is counted from the morning before the blog was created: the same in every run, and never in the future.
            var morning = new DateTimeOffset(blog.CreatedAt.UtcDateTime.Date.AddHours(-16.5), TimeSpan.Zero);
            await using var past = new PastServices(services, morning);
            await new SampleBlogSeeder(services, blog, past).SeedAsync(cancellationToken);
        }
    }

    private async Task SeedAsync(CancellationToken cancellationToken)
    {
        var authors = await SeedAuthorsAsync(cancellationToken);
        await SeedTaxonomyAsync(cancellationToken);
        await SeedFootersAsync(cancellationToken);

        var comments = SampleContent.ReadComments();
        foreach (var sample in _content.Posts)
        {
            var post = await SeedPostAsync(sample, authors, cancellationToken);
            if (comments.TryGetValue(post.Slug.Value, out var thread))
            {
                await SeedCommentsAsync(post, thread, authors, cancellationToken);
            }
        }

        var finished = _blog with { Name = _content.Name, Description = _content.Description };
        Accept(await _services.GetRequiredService<BlogService>().UpdateAsync(finished, Actor.System, cancellationToken));
    }

    private async Task<Dictionary<string, Author>> SeedAuthorsAsync(CancellationToken cancellationToken)
    {
        foreach (var author in _content.Authors)
        {
            Accept(await _authors.CreateAsync(
                new NewAuthor(_blog.Id, author.DisplayName)
                {
                    Slug = Slug.From(author.Slug),
                    Email = author.Email,
                    Credentials = author.Credentials,
                    BioMarkdown = author.Bio,
                    AvatarUrl = author.Avatar,
                    Links = [.. author.Links],
                    Roles = author.Roles,
                },
                Actor.System,
                cancellationToken));
        }

        return (await _authors.ListAllAsync(_blog.Id, cancellationToken)).ToDictionary(author => author.Slug.Value, StringComparer.Ordinal);
    }

    private async Task SeedTaxonomyAsync(CancellationToken cancellationToken)
    {
        foreach (var category in _content.Categories)
        {
            var all = await _taxonomy.ListAllCategoriesAsync(_blog.Id, cancellationToken);
            var parent = all.FirstOrDefault(c => c.Name == category.Parent)?.Id;
            Accept(await _taxonomy.CreateCategoryAsync(
                new NewCategory(_blog.Id, category.Name) { ParentId = parent, Description = category.Description },
                Actor.System,
                cancellationToken));
        }

        foreach (var series in _content.Series)
        {
            Accept(await _taxonomy.CreateSeriesAsync(
                new NewSeries(_blog.Id, series.Name) { Description = series.Description }, Actor.System, cancellationToken));
        }
    }

    private async Task SeedFootersAsync(CancellationToken cancellationToken)
    {
        for (var position = 0; position < _content.Footers.Length; position++)
        {
            var footer = _content.Footers[position];
            using var known = _ids.Use(new SampleId(_clock.Now, footer.Name));
            Accept(await _footers.CreateAsync(
                new NewFooterBlock(_blog.Id, footer.Name, footer.Markdown) { Kind = footer.Kind, Position = position },
                Actor.System,
                cancellationToken));
        }
    }

    private async Task<Post> SeedPostAsync(SamplePost sample, Dictionary<string, Author> authors, CancellationToken cancellationToken)
    {
        var slug = Slug.From(sample.Slug ?? sample.Title);
        var categories = await _taxonomy.ListAllCategoriesAsync(_blog.Id, cancellationToken);
        var series = await _taxonomy.ListAllSeriesAsync(_blog.Id, cancellationToken);
        var today = _clock.Now;
        var date = today - TimeSpan.FromDays(sample.DaysAgo ?? 0);
        _clock.Now = date < today ? date : today;

        Accept(await _posts.CreateAsync(
            new NewPost(_blog.Id, sample.Title, SampleContent.ReadPost(sample))
            {
                Slug = slug,
                Kind = sample.Kind,
                ParentId = sample.Parent is { } parent ? (await FindPostAsync(Slug.From(parent), cancellationToken)).Id : null,
                AuthorIds = [.. sample.Authors.Select(author => authors[author].Id)],
                CategoryIds = [.. categories.Where(category => sample.Categories.Contains(category.Name)).Select(category => category.Id)],
                Tags = [.. sample.Tags],
                SeriesId = series.FirstOrDefault(s => s.Name == sample.Series)?.Id,
                SeriesPosition = sample.SeriesPosition,
                FeaturedImage = sample.Image,
                Comments = sample.Comments,
            },
            Actor.System,
            cancellationToken));

        var post = await FindPostAsync(slug, cancellationToken);
        if (post.Status is PostStatus.Draft && sample.DaysAgo is not null)
        {
            Accept(date > today
                ? await _posts.ScheduleAsync(post.BlogId, post.Id, date, Actor.System, post.Version, cancellationToken)
                : await _posts.PublishAsync(post.BlogId, post.Id, Actor.System, post.Version, cancellationToken));
            post = await FindPostAsync(slug, cancellationToken);
        }

        _clock.Now = today;
        return post;
    }

    private async Task<Post> FindPostAsync(Slug slug, CancellationToken cancellationToken) =>
        (await _posts.GetBySlugAsync(_blog.Id, slug, Actor.System, cancellationToken)).Value.Post;

    private async Task SeedCommentsAsync(
        Post post, SampleComment[] thread, Dictionary<string, Author> authors, CancellationToken cancellationToken)
    {
        var comments = new List<Comment>();
        Compose(thread, parent: null);
        await _services.GetRequiredService<ICommentIntakeStore>().ImportAsync([.. comments], cancellationToken);

        void Compose(SampleComment[] samples, Comment? parent)
        {
            foreach (var sample in samples)
            {
                var comment = ToComment(post, sample, parent, sample.Author is { } slug ? authors[slug] : null);
                comments.Add(comment);
                Compose(sample.Replies, comment);
            }
        }
    }

    private Comment ToComment(Post post, SampleComment sample, Comment? parent, Author? author)
    {
        var renderer = _services.GetRequiredService<IMarkdownRenderer>();
        var rendered = renderer.RenderComment(sample.Text, CommentRendering.Default);
        var time = post.PublishedAt!.Value + TimeSpan.FromHours(sample.Hours);
        var id = new CommentId(new SampleId(time, $"{post.Slug.Value}/{sample.Text}").Next());
        var isShown = sample.Status is CommentStatus.Approved;
        return new Comment
        {
            Id = id,
            BlogId = post.BlogId,
            PostId = post.Id,
            ParentId = parent?.Id,
            RootId = parent?.RootId ?? id,
            Depth = parent is null ? 0 : parent.Depth + 1,
            By = author is null
                ? new Commenter { Name = sample.Name!, Email = sample.Email, Url = sample.Url }
                : new Commenter
                {
                    Kind = CommenterKind.Author,
                    AuthorId = author.Id,
                    Name = author.DisplayName,
                    Email = author.Email,
                    AvatarUrl = author.AvatarUrl,
                },
            OwnerKey = author is null ? null : Actor.Author(author).Key,
            Markdown = sample.Text,
            Html = rendered.Html,
            PlainText = rendered.PlainText,
            RendererVersion = renderer.Version,
            Status = sample.Status,
            StatusBeforeRemoval = sample.Status is CommentStatus.Trashed or CommentStatus.Spam ? CommentStatus.Pending : null,
            ApprovedRevision = isShown ? 1 : null,
            Decision = new ModerationDecision
            {
                Outcome = isShown ? ModerationOutcome.Approve : ModerationOutcome.Hold,
                Findings = isShown ? [] : [s_firstComment],
                DecidedAt = time,
            },
            CreatedAt = time,
        };
    }

    // What another run or another host wrote already is as good as written by this one.
    private static void Accept<T>(Result<T> result)
        where T : notnull
    {
        if (result.Error is not { Kind: ErrorKind.Conflict })
        {
            result.EnsureSucceeded();
        }
    }
}
