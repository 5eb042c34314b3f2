using BlogKit.AspNetCore.Endpoints;
using BlogKit.Storage;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Leads from the number that a comment had before the blog moved to where the comment is today.</summary>
internal sealed class OldCommentPages(PostPages pages, PostAccess access, IOriginStore origins, Messages messages)
{
    /// <summary>The most sources of one post that are asked, those of its earliest imports first.</summary>
    public const int MostSources = 3;

    /// <summary>
    /// GET {slug}/old-comments/{originalId}. What was never there, what is hidden and what is behind a password are answered alike. Two
    /// commands find the post and its origins; each of at most <see cref="MostSources"/> sources costs one, and two more (three for a
    /// comment that waits, asked for by its writer) where it has such a comment.
    /// </summary>
    /// <remarks>
    /// 302 and not 301: a comment may move or be hidden, and what is shown depends on who asks, so that no browser may remember it.
    /// </remarks>
    public async Task FollowAsync(BlogRequest request)
    {
        if (LimitRefusal.Of(request.Http) is { } refusal)
        {
            await messages.FailedAsync(request, refusal.Error).ConfigureAwait(false);
            return;
        }

        if (request.FindRouteValue("originalId") is not { Length: <= Origin.MaximumIdLength } originalId
            || originalId.Any(char.IsControl))
        {
            await messages.NotFoundAsync(request).ConfigureAwait(false);
            return;
        }

        if (await pages.FindAsync(request).ConfigureAwait(false) is not { } found)
        {
            return;
        }

        if (access.IsOpen(request, found.Post)
            && await LocateAsync(request, found.Post.Id, originalId).ConfigureAwait(false) is { } place)
        {
            Redirection.Write(request.Http, StatusCodes.Status302Found, place);
            return;
        }

        // The script put this in the place of the post: the reader who only lacks the comment has a way back to it.
        await messages.ShowAsync(
            request,
            StatusCodes.Status404NotFound,
            request.Text["message.not-found"],
            request.Text["message.not-found-text"],
            request.Links.Post(found.Post.Slug),
            request.Text["message.to-page"]).ConfigureAwait(false);
    }

    private async Task<string?> LocateAsync(BlogRequest request, PostId postId, string originalId)
    {
        var ofPost = await origins.FindManyOriginsOfItemsAsync(
            request.Blog.Id, OriginKind.Post, [postId.Value], request.Aborted).ConfigureAwait(false);
        var sources = ofPost
            .OrderBy(static o => o.ImportNumber)
            .ThenBy(static o => o.Source, StringComparer.Ordinal)
            .Select(static o => o.Source)
            .Distinct(StringComparer.Ordinal)
            .Take(MostSources);
        foreach (var source in sources)
        {
            var ofComment = await origins.FindManyOriginsAsync(
                request.Blog.Id, source, OriginKind.Comment, [originalId], request.Aborted).ConfigureAwait(false);
            if (ofComment is [var origin]
                && await pages.LocateAsync(request, new CommentId(origin.ItemId)).ConfigureAwait(false) is { } place
                && access.IsOpen(request, place.Post))
            {
                return place.Path;
            }
        }

        return null;
    }
}
