using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Answers with what is the same for everybody, feeds and sitemaps: from memory where it is kept, else made anew.</summary>
internal sealed class CommonAnswers(BlogRequests requests, AnswerMemory memory, Messages messages)
{
    /// <summary>Writes the answer, or that there is no blog.</summary>
    /// <param name="context">The request.</param>
    /// <param name="make">Makes the answer; null when it has answered by itself.</param>
    public async Task WriteAsync(HttpContext context, Func<BlogRequest, Task<StoredAnswer?>> make)
    {
        var key = AnswerMemory.Key(context);
        if (await memory.TryWriteAsync(context, key).ConfigureAwait(false))
        {
            return;
        }

        var mark = memory.Mark();
        if (await requests.OpenAsync(context, withGuests: false).ConfigureAwait(false) is not { } request)
        {
            await messages.NoBlogAsync(context).ConfigureAwait(false);
        }
        else if (await make(request).ConfigureAwait(false) is { } answer)
        {
            request.Aborted.ThrowIfCancellationRequested();
            await memory.SendAsync(context, memory.Keep(key, request.Blog.Id, mark, answer)).ConfigureAwait(false);
        }
    }
}
