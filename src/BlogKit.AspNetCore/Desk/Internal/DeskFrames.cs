using BlogKit.AspNetCore.Endpoints;
using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Makes what is around a page of the desk.</summary>
internal sealed class DeskFrames(ModerationService moderation)
{
    /// <summary>What is around a page of the desk. One command for those who moderate.</summary>
    public async Task<DeskFrame> FrameAsync(BlogRequest request, DeskSection section, string title)
    {
        ThreadCounts? counts = null;
        if (request.Actor.ForBlog(request.Blog.Id).CanModerate)
        {
            var counted = await moderation.CountAsync(request.Blog.Id, request.Actor, request.Aborted).ConfigureAwait(false);
            counts = counted.Succeeded ? counted.Value : null;
        }

        return Empty(request, section, title) with { Waiting = counts?.Pending, Flagged = counts?.Flagged };
    }

    /// <summary>The same, for a page that has counted already.</summary>
    public static DeskFrame FrameOf(BlogRequest request, DeskSection section, string title, ThreadCounts counts) =>
        Empty(request, section, title) with { Waiting = counts.Pending, Flagged = counts.Flagged };

    private static DeskFrame Empty(
        BlogRequest request, DeskSection section, string title) => new(request.Frame(title) with { NoIndex = true }, section)
        {
            AccountUrl = ApplicationLink.To(request.Http.Request, request.PageOptions.AccountPath),
        };
}
