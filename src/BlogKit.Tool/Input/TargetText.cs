using System.Globalization;
using BlogKit.Redirects;

namespace BlogKit.CommandLine;

/// <summary>Reads and spells the target of a redirect, as people type it.</summary>
internal sealed class TargetText(BlogSession session)
{
    public const string Help =
        "Where it leads: post:SLUG, comment:ID, category:SLUG, tag:SLUG, author:SLUG, media:NAME, a path of the application such as "
        + "/about, home, feed, or gone.";

    private ImmutableArray<Category>? _categories;

    public static BlogError NoAddress(string field, string text) => CommandErrors.Usage(
        field, "'{text}' is no old address: a path such as /2009/05/a-post/ or a whole http address was expected.", ("text", text));

    /// <summary>Finds what a text names.</summary>
    public async Task<Result<RedirectTarget>> ReadAsync(string field, string text, CancellationToken cancellationToken)
    {
        text = text.Trim();
        if (text.StartsWith('/'))
        {
            return RedirectTarget.IsLocalPath(text) ? RedirectTarget.OfPath(text) : Unknown(field, text);
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? "" : text[(colon + 1)..];
        return (colon < 0 ? text : text[..colon]).ToLowerInvariant() switch
        {
            "gone" when colon < 0 => RedirectTarget.Gone,
            "home" when colon < 0 => RedirectTarget.Home,
            "feed" when colon < 0 => RedirectTarget.Feed,
            "media" when name.Length > 0 => RedirectTarget.OfMedia(name),
            "tag" when Slug.TryParse(name, out var tag) => RedirectTarget.OfTag(tag),
            "comment" when CommentId.TryParse(name, CultureInfo.InvariantCulture, out var comment) => RedirectTarget.OfComment(comment),
            "post" when Slug.TryParse(name, out var post) => await FindPostAsync(field, post, cancellationToken),
            "category" when Slug.TryParse(name, out var category) => await FindCategoryAsync(field, category, cancellationToken),
            "author" when Slug.TryParse(name, out var author) => await FindAuthorAsync(field, author, cancellationToken),
            _ => Unknown(field, text),
        };
    }

    /// <summary>Spells a target as <see cref="ReadAsync"/> reads it; what is not there any more by its identity.</summary>
    public async Task<string> SpellAsync(RedirectTarget target, CancellationToken cancellationToken) => target switch
    {
        { Kind: RedirectKind.Path, Name: { } path } => path,
        { Kind: RedirectKind.Tag, Name: { } tag } => $"tag:{tag}",
        { Kind: RedirectKind.Media, Name: { } file } => $"media:{file}",
        { Kind: RedirectKind.Post, Id: { } id } =>
            await session.Host.Posts.GetAsync(session.Blog.Id, new PostId(id), session.Actor, cancellationToken) is { Succeeded: true } post
                ? $"post:{post.Value.Slug}"
                : $"post:({id:N}, not there)",
        { Kind: RedirectKind.Comment, Id: { } id } => $"comment:{id:N}",
        { Kind: RedirectKind.Category, Id: { } id } =>
            (await ListCategoriesAsync(cancellationToken)).FirstOrDefault(c => c.Id.Value == id) is { } category
                ? $"category:{category.Slug}"
                : $"category:({id:N}, not there)",
        { Kind: RedirectKind.Author, Id: { } id } =>
            await session.Host.Authors.FindAsync(session.Blog.Id, new AuthorId(id), cancellationToken) is { } author
                ? $"author:{author.Slug}"
                : $"author:({id:N}, not there)",
        _ => target.Kind.ToString().ToLowerInvariant(),
    };

    private static BlogError Unknown(string field, string text) => CommandErrors.Usage(
        field,
        "'{text}' is no target: post:SLUG, comment:ID, category:SLUG, tag:SLUG, author:SLUG, media:NAME, a path such as /about, home, "
            + "feed or gone was expected.",
        ("text", text));

    private static BlogError Missing(string field, string code, string kind, Slug slug) => BlogError.Of(
        ErrorKind.NotFound, code, "There is no {kind} '{slug}'.", field, ("kind", kind), ("slug", slug.Value));

    private async Task<Result<RedirectTarget>> FindPostAsync(string field, Slug slug, CancellationToken cancellationToken)
    {
        var found = await session.Host.Posts.GetBySlugAsync(session.Blog.Id, slug, session.Actor, cancellationToken);
        return found.Succeeded
            ? RedirectTarget.OfPost(found.Value.Post.Id)
            : Missing(field, ErrorCodes.PostNotFound, "post", slug);
    }

    private async Task<Result<RedirectTarget>> FindCategoryAsync(string field, Slug slug, CancellationToken cancellationToken) =>
        (await ListCategoriesAsync(cancellationToken)).FirstOrDefault(category => category.Slug == slug) is { } found
            ? RedirectTarget.OfCategory(found.Id)
            : Missing(field, ErrorCodes.CategoryNotFound, "category", slug);

    private async Task<Result<RedirectTarget>> FindAuthorAsync(string field, Slug slug, CancellationToken cancellationToken)
    {
        var found = await session.Host.Authors.GetBySlugAsync(session.Blog.Id, slug, cancellationToken);
        return found.Succeeded
            ? RedirectTarget.OfAuthor(found.Value.Id)
            : Missing(field, ErrorCodes.AuthorNotFound, "author", slug);
    }

    private async Task<ImmutableArray<Category>> ListCategoriesAsync(CancellationToken cancellationToken) =>
        _categories ??= await session.Host.Taxonomy.ListAllCategoriesAsync(session.Blog.Id, cancellationToken);
}
