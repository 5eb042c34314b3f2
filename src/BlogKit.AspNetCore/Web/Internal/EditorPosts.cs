using System.Collections.Immutable;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What editing programs do with posts, whatever they speak.</summary>
internal sealed class EditorPosts(PostService posts, TaxonomyService taxonomy, TimeProvider clock)
{
    private const int LongestTitle = 60;
    private const int MostSlugsTried = 100;

    /// <summary>Creates a post and, when it is to be read at once, publishes it. What cannot be done as asked is refused before anything is written.</summary>
    public async Task<Result<Post>> CreateAsync(Blog blog, Actor actor, EditorPost input, CancellationToken cancellationToken)
    {
        var plan = StagePlan.Make(null, input, actor.In(blog.Id), clock.GetUtcNow());
        if (!plan.Succeeded)
        {
            return plan.Errors;
        }

        var (tags, categories) = await SortAsync(blog.Id, input.Categories ?? [], cancellationToken).ConfigureAwait(false);
        var text = Markdown(input.Text);
        var pictures = input.Pictures ?? [];
        var created = await posts.CreateAsync(
            new NewPost(blog.Id, Title(input.Title, text, pictures), EditorPictures.Join(pictures, text))
            {
                SuggestedSlug = input.Slug,
                Excerpt = input.Excerpt,
                Tags = tags,
                CategoryIds = categories,
                Visibility = input.Audience is EditorAudience.Unlisted ? PostVisibility.Unlisted : PostVisibility.Public,
            },
            actor,
            cancellationToken).ConfigureAwait(false);
        return created.Succeeded ? await TakeStepsAsync(created.Value, plan.Value, actor, cancellationToken).ConfigureAwait(false) : created;
    }

    /// <summary>Changes what is given; null leaves as it is. What cannot be done as asked is refused before anything is written.</summary>
    public async Task<Result<Post>> ChangeAsync(Post post, Actor actor, EditorPost input, CancellationToken cancellationToken)
    {
        var plan = StagePlan.Make(post, input, actor.In(post.BlogId), clock.GetUtcNow());
        if (!plan.Succeeded)
        {
            return plan.Errors;
        }

        var (pictures, text) = EditorPictures.Split(post.Markdown);
        var changed = post;
        if (input.Text is not null || input.Pictures is not null)
        {
            text = input.Text is null ? text : Markdown(input.Text);
            pictures = input.Pictures ?? pictures;
            changed = changed with { Markdown = EditorPictures.Join(pictures, text) };
        }

        changed = changed with
        {
            Title = input.Title is null ? post.Title : Title(input.Title, text, pictures),
            Excerpt = input.Excerpt ?? post.Excerpt,
            Visibility = input.Audience switch
            {
                EditorAudience.Public => PostVisibility.Public,
                EditorAudience.Unlisted => PostVisibility.Unlisted,
                _ => post.Visibility,
            },
        };
        if (input.Categories is { } names)
        {
            var (tags, categories) = await SortAsync(post.BlogId, names, cancellationToken).ConfigureAwait(false);
            changed = changed with { Tags = [.. tags.Select(Tag.From)], CategoryIds = categories };
        }

        var saved = await SaveAsync(changed, input.Slug, actor, cancellationToken).ConfigureAwait(false);
        return saved.Succeeded ? await TakeStepsAsync(saved.Value, plan.Value, actor, cancellationToken).ConfigureAwait(false) : saved;
    }

    /// <summary>The post at an address of the blog, in any stage the actor may see; null when there is none.</summary>
    public async Task<Post?> FindAsync(BlogRequest request, Actor actor, string? url) =>
        PostAddress.Find(request.Links, url) is { } slug
            ? (await posts.FindBySlugAsync(request.Blog.Id, slug, actor, request.Aborted).ConfigureAwait(false)).Value?.Post
            : null;

    // The one place in which a program's text becomes a post's.
    private static string Markdown(EditorText? text) => text?.Value ?? "";

    private async Task<Result<Post>> SaveAsync(Post post, Slug? wanted, Actor actor, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            var slug = wanted is not { } asked ? post.Slug : number == 1 ? asked : asked.WithNumber(number);
            var saved = await posts.UpdateAsync(post with { Slug = slug }, actor, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (saved.Succeeded || wanted is null || number == MostSlugsTried || saved.Error.Code is not (ErrorCodes.Taken or ErrorCodes.SlugReserved))
            {
                return saved;
            }
        }
    }

    private async Task<Result<Post>> TakeStepsAsync(Post post, ImmutableArray<StageStep> steps, Actor actor, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            var done = await (step switch
            {
                { Kind: StageStepKind.Draft } => posts.ReturnToDraftAsync(post.Id, post.Version, actor, cancellationToken),
                { Kind: StageStepKind.Review } => posts.SubmitForReviewAsync(post.Id, post.Version, actor, cancellationToken),
                { Kind: StageStepKind.MakePrivate } => posts.MakePrivateAsync(post.Id, post.Version, actor, cancellationToken),
                { Kind: StageStepKind.Schedule, At: { } at } => posts.ScheduleAsync(post.Id, at, post.Version, actor, cancellationToken),
                { Kind: StageStepKind.Publish, At: { } at } => posts.PublishAsync(post.Id, at, post.Version, actor, cancellationToken),
                { Kind: StageStepKind.SetDate } => posts.SetPublicationDateAsync(post.Id, step.At, post.Version, actor, cancellationToken),
                _ => posts.PublishAsync(post.Id, post.Version, actor, cancellationToken),
            }).ConfigureAwait(false);
            if (!done.Succeeded)
            {
                return done;
            }

            post = done.Value;
        }

        return post;
    }

    // Names of categories become those, all others tags.
    private async Task<(ImmutableArray<string> Tags, ImmutableArray<CategoryId> Categories)> SortAsync(
        BlogId blogId, ImmutableArray<string> names, CancellationToken cancellationToken)
    {
        if (names.IsEmpty)
        {
            return ([], []);
        }

        var known = await taxonomy.ListCategoriesAsync(blogId, cancellationToken).ConfigureAwait(false);
        var categories = known.Where(c => names.Contains(c.Name, StringComparer.OrdinalIgnoreCase)).ToArray();
        return (
            [.. names.Where(n => !Array.Exists(categories, c => string.Equals(c.Name, n, StringComparison.OrdinalIgnoreCase))).Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. categories.Select(static c => c.Id)]);
    }

    // A picture without a word is called by what it shows, else by the day.
    private string Title(string? title, string text, ImmutableArray<EditorPicture> pictures)
    {
        if (!string.IsNullOrWhiteSpace(title))
        {
            return title;
        }

        if (string.IsNullOrWhiteSpace(text) && !pictures.IsEmpty)
        {
            return Shortened(pictures[0].AlternativeText) is { Length: > 0 } shown ? shown : PageText.Machine(clock.GetUtcNow())[..10];
        }

        return Shortened(text);
    }

    private static string Shortened(string text)
    {
        var line = text.AsSpan().Trim();
        var end = line.IndexOfAny('\r', '\n');
        line = end < 0 ? line : line[..end];
        if (line.Length <= LongestTitle)
        {
            return line.ToString();
        }

        var space = line[..LongestTitle].LastIndexOf(' ');
        return line[..(space > 0 ? space : char.IsHighSurrogate(line[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)].ToString() + "…";
    }
}
