using BlogKit.AspNetCore.Endpoints;
using BlogKit.Redirects;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Finds where the target of a redirect is today.</summary>
internal sealed class RedirectPlaces(PostService posts, ThreadService threads, TaxonomyService taxonomy, AuthorService authors)
{
    /// <summary>The address; null when this reader finds nothing there. At most two commands.</summary>
    public async Task<string?> FindAsync(BlogRequest request, RedirectTarget target) => target switch
    {
        { Kind: RedirectKind.Home } => request.Links.Home,
        { Kind: RedirectKind.Feed } => request.Links.Feed,
        { Kind: RedirectKind.Path, Name: { } path } => request.Http.Request.PathBase + path,
        { Kind: RedirectKind.Media, Name: { } name } => request.Links.Media(name),
        { Kind: RedirectKind.Tag, Name: { } name } => Slug.TryParse(name, out var slug) ? request.Links.Tag(slug) : null,
        { Kind: RedirectKind.Post, Id: { } id } => await FindPostAsync(request, new PostId(id)).ConfigureAwait(false),
        { Kind: RedirectKind.Comment, Id: { } id } => await FindCommentAsync(request, new CommentId(id)).ConfigureAwait(false),
        { Kind: RedirectKind.Category, Id: { } id } => await FindCategoryAsync(request, new CategoryId(id)).ConfigureAwait(false),
        { Kind: RedirectKind.Author, Id: { } id } => await FindAuthorAsync(request, new AuthorId(id)).ConfigureAwait(false),
        _ => null,
    };

    private async Task<string?> FindPostAsync(BlogRequest request, PostId id) =>
        await posts.GetAsync(request.Blog.Id, id, request.Actor, request.Aborted).ConfigureAwait(false) is { Succeeded: true } found
            ? request.Links.Post(found.Value.Slug)
            : null;

    private async Task<string?> FindCommentAsync(BlogRequest request, CommentId id) =>
        await threads.LocateAsync(request.Blog.Id, id, request.Aborted).ConfigureAwait(false) is { Succeeded: true } located
            && await FindPostAsync(request, located.Value.PostId).ConfigureAwait(false) is not null
            ? request.Links.Comment(id)
            : null;

    private async Task<string?> FindCategoryAsync(BlogRequest request, CategoryId id)
    {
        var all = await taxonomy.ListAllCategoriesAsync(request.Blog.Id, request.Aborted).ConfigureAwait(false);
        return all.FirstOrDefault(category => category.Id == id) is { } category ? request.Links.Category(category.Slug) : null;
    }

    private async Task<string?> FindAuthorAsync(BlogRequest request, AuthorId id) =>
        await authors.FindAsync(request.Blog.Id, id, request.Aborted).ConfigureAwait(false) is { } author
            ? request.Links.Author(author.Slug)
            : null;
}
