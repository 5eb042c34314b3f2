using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Answers those who do not come in as pages do. One command; one more when somebody is signed in.</summary>
internal sealed class BlogDoors(BlogRequests requests, Messages messages, DeskMessages deskMessages) : IBlogDoors
{
    public async Task<BlogRequest?> OpenAsync(HttpContext context, Door door)
    {
        if (await requests.OpenAsync(context, withGuests: door is Door.Readers).ConfigureAwait(false) is not { } request)
        {
            await messages.NoBlogAsync(context).ConfigureAwait(false);
            return null;
        }

        if (door is not (Door.Readers or Door.Users))
        {
            context.Response.Headers.CacheControl = CacheRule.OfForm;
        }

        // The application's policy may let in whom the blog gives no role.
        var may = request.Actor.ForBlog(request.Blog.Id);
        if (door is Door.Moderators ? may.CanModerate : door is not Door.Administrators || may.CanAdminister)
        {
            return request;
        }

        await deskMessages.NotAllowedAsync(request).ConfigureAwait(false);
        return null;
    }
}
