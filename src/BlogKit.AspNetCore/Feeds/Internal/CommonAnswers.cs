using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Answers with what is the same for everybody, feeds and sitemaps: from memory where it is kept, else made anew.</summary>
internal sealed class CommonAnswers(BlogRequests requests, AnswerMemory memory, Messages messages)
{
    // The sitemap reads every post there is: it may take longer than a page, which shows one.
    private static readonly TimeSpan LongestMaking = TimeSpan.FromMinutes(5);

    /// <summary>Writes the answer, or that there is no blog.</summary>
    /// <param name="context">The request.</param>
    /// <param name="shown">What of the blog is in the answer.</param>
    /// <param name="make">Makes the answer; null when it has answered by itself.</param>
    public async Task WriteAsync(HttpContext context, BlogParts shown, Func<BlogRequest, Task<StoredAnswer?>> make)
    {
        if (await memory.GetAsync(
            AnswerMemory.Key(context), () => MakeAsync(context, shown, make), context.RequestAborted).ConfigureAwait(false) is { } answer)
        {
            await memory.SendAsync(context, answer).ConfigureAwait(false);
        }
    }

    private async Task<(StoredAnswer, Sources)?> MakeAsync(
        HttpContext context, BlogParts shown, Func<BlogRequest, Task<StoredAnswer?>> make)
    {
        // For everybody who waits: the one who asked first may leave.
        using var making = new CancellationTokenSource(LongestMaking);
        var aborted = context.RequestAborted;
        context.RequestAborted = making.Token;
        try
        {
            if (await requests.OpenAsync(context, withGuests: false).ConfigureAwait(false) is { } request)
            {
                return await make(request).ConfigureAwait(false) is { } answer
                    ? (answer, new Sources(request.Blog.Id, answer.PostId, shown))
                    : null;
            }

            await messages.NoBlogAsync(context).ConfigureAwait(false);
            return null;
        }
        finally
        {
            context.RequestAborted = aborted;
        }
    }
}
