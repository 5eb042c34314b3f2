using BlogKit.AspNetCore.Endpoints;
using BlogKit.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace BlogKit.OpenWeb.Internal;

/// <summary>
/// Takes notice of mentions (W3C Webmention, 12 January 2017). Nothing is fetched while the sender waits. At most 2 commands.
/// </summary>
internal sealed class WebmentionEndpoints(
    PostService posts, WebmentionInbox inbox, GuardedWeb web, TimeProvider clock, IOptions<OpenWebOptions> options)
{
    private const int LongestAddress = 2_000;

    /// <summary>POST webmention.</summary>
    public async Task ReceiveAsync(BlogRequest request)
    {
        var context = request.Http;
        var (form, status) = await RequestBody.ReadFormAsync(context).ConfigureAwait(false);
        if (form is null)
        {
            await PlainText.WriteAsync(context, status, "Send a form with the fields source and target.").ConfigureAwait(false);
            return;
        }

        if (Address(form["source"]) is not { } source || !web.Allows(source))
        {
            await RefuseAsync(context, "source must be one http or https address.").ConfigureAwait(false);
        }
        else if (Address(form["target"]) is not { } target)
        {
            await RefuseAsync(context, "target must be one http or https address.").ConfigureAwait(false);
        }
        else if (Same(source, target))
        {
            await RefuseAsync(context, "source and target must differ.").ConfigureAwait(false);
        }
        else if (await FindAsync(request, target).ConfigureAwait(false) is not { } post)
        {
            await RefuseAsync(context, "target is not a post of this blog that takes mentions.").ConfigureAwait(false);
        }
        else if (!inbox.TryAdd(new Mention(post.BlogId, post.Id, source, target)))
        {
            context.Response.Headers.RetryAfter = ((int)options.Value.RetryAfter.TotalSeconds + 1).ToString(
                System.Globalization.CultureInfo.InvariantCulture);
            await PlainText.WriteAsync(
                context, StatusCodes.Status503ServiceUnavailable, "Too many mentions wait. Send it again later.").ConfigureAwait(false);
        }
        else
        {
            await PlainText.WriteAsync(context, StatusCodes.Status202Accepted, "Thank you. It will be looked at.").ConfigureAwait(false);
        }
    }

    private static Task RefuseAsync(HttpContext context, string message) =>
        PlainText.WriteAsync(context, StatusCodes.Status400BadRequest, message);

    private static Uri? Address(StringValues values) =>
        values is [{ Length: > 0 and <= LongestAddress } text]
        && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.Scheme is ("http" or "https")
            ? url
            : null;

    private static bool Same(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.HttpRequestUrl, UriFormat.SafeUnescaped, StringComparison.Ordinal) == 0;

    private async Task<Post?> FindAsync(BlogRequest request, Uri target)
    {
        if (request.Links.FindPost(target) is not { } slug)
        {
            return null;
        }

        var found = await posts.GetBySlugAsync(request.Blog.Id, slug, Actor.Anonymous, request.Aborted).ConfigureAwait(false);
        return found.Succeeded
            && MentionedPosts.Has(request.Blog, found.Value.Post)
            && request.Blog.Comments.With(found.Value.Post.Comments).FindClosedReason(
                found.Value.Post.PublishedAt, 0, clock.GetUtcNow()) is null
                ? found.Value.Post
                : null;
    }
}
