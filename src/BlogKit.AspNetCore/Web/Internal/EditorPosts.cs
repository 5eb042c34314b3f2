using System.Collections.Immutable;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What editing programs do with posts, whatever they speak.</summary>
internal sealed class EditorPosts(PostService posts, TaxonomyService taxonomy)
{
    private const int LongestTitle = 60;

    /// <summary>Creates a post and, when it is to be read at once, publishes it.</summary>
    public async Task<Result<Post>> CreateAsync(Blog blog, Actor actor, EditorPost input, CancellationToken cancellationToken)
    {
        var (tags, categories) = await SortAsync(blog.Id, input.Categories ?? [], cancellationToken).ConfigureAwait(false);
        var text = input.Text ?? "";
        var created = await posts.CreateAsync(
            new NewPost(blog.Id, Title(input.Title, text), text)
            {
                Slug = input.Slug,
                Excerpt = input.Excerpt,
                Tags = tags,
                CategoryIds = categories,
            },
            actor,
            cancellationToken).ConfigureAwait(false);
        return created.Succeeded && input.IsPublished is not false
            ? await PublishAsync(created.Value, actor, input.PublishedAt, cancellationToken).ConfigureAwait(false)
            : created;
    }

    /// <summary>Changes what is given; null leaves as it is.</summary>
    public async Task<Result<Post>> ChangeAsync(Post post, Actor actor, EditorPost input, CancellationToken cancellationToken)
    {
        var changed = post with
        {
            Title = input.Title ?? post.Title,
            Markdown = input.Text ?? post.Markdown,
            Excerpt = input.Excerpt ?? post.Excerpt,
            Slug = input.Slug ?? post.Slug,
        };
        if (input.Categories is { } names)
        {
            var (tags, categories) = await SortAsync(post.BlogId, names, cancellationToken).ConfigureAwait(false);
            changed = changed with { Tags = [.. tags.Select(Tag.From)], CategoryIds = categories };
        }

        var saved = await posts.UpdateAsync(changed, actor, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (!saved.Succeeded || input.IsPublished is not { } isPublished)
        {
            return saved;
        }

        return (isPublished, saved.Value.Status) switch
        {
            (true, not PostStatus.Published) => await PublishAsync(saved.Value, actor, input.PublishedAt, cancellationToken).ConfigureAwait(false),
            (false, PostStatus.Published) => await posts.ReturnToDraftAsync(post.Id, saved.Value.Version, actor, cancellationToken).ConfigureAwait(false),
            _ => saved,
        };
    }

    /// <summary>The post at an address of the blog, in any stage the actor may see; null when there is none.</summary>
    public async Task<Post?> FindAsync(BlogRequest request, Actor actor, string? url)
    {
        var home = new Uri(request.Links.Absolute(request.Links.Home).TrimEnd('/') + "/", UriKind.Absolute);
        if (url is not { Length: <= 2_000 }
            || !Uri.TryCreate(url, UriKind.Absolute, out var address)
            || !home.IsBaseOf(address)
            || !Slug.TryFold(Uri.UnescapeDataString(address.AbsolutePath[home.AbsolutePath.Length..]).TrimEnd('/'), out var slug))
        {
            return null;
        }

        return (await posts.FindBySlugAsync(request.Blog.Id, slug, actor, request.Aborted).ConfigureAwait(false)).Value?.Post;
    }

    private async Task<Result<Post>> PublishAsync(Post post, Actor actor, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        if (!actor.In(post.BlogId).CanPublish)
        {
            return await posts.SubmitForReviewAsync(post.Id, post.Version, actor, cancellationToken).ConfigureAwait(false);
        }

        return at is { } moment && moment > post.UpdatedAt
            ? await posts.ScheduleAsync(post.Id, moment, post.Version, actor, cancellationToken).ConfigureAwait(false)
            : await posts.PublishAsync(post.Id, post.Version, actor, cancellationToken).ConfigureAwait(false);
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

    private static string Title(string? title, string text)
    {
        if (!string.IsNullOrWhiteSpace(title))
        {
            return title;
        }

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
