using BlogKit.AspNetCore.Endpoints;
using BlogKit.Redirects;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Answers requests for addresses of an old site.</summary>
internal sealed class RedirectAnswers(
    BlogMounts mounts, BlogRequests requests, RedirectService redirects, KnownAddresses known, RedirectPlaces places)
{
    /// <summary>Answers, or lets the application answer. No command for an address that nobody ever had.</summary>
    public async Task AnswerAsync(HttpContext context, string? blogKey, RequestDelegate next)
    {
        if (!IsRead(context.Request)
            || !OldAddress.TryParse(Target(context), out var address))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var mount = mounts.Get(context, blogKey);
        if (!await known.MayHaveAsync(mount.BlogKey, address, context.RequestAborted).ConfigureAwait(false)
            || await requests.OpenAsync(context, mount).ConfigureAwait(false) is not { } request
            || await redirects.FindAsync(request.Blog.Id, address, request.Aborted).ConfigureAwait(false) is not { } redirect)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        if (redirect.From.HasQuery)
        {
            if (!await LeadAsync(request, redirect).ConfigureAwait(false))
            {
                await next(context).ConfigureAwait(false);
            }

            return;
        }

        await AnswerAfterAsync(request, redirect, next).ConfigureAwait(false);
    }

    // What is there today goes first. Its answer is held back until it is known to be one.
    private async Task AnswerAfterAsync(BlogRequest request, Redirect redirect, RequestDelegate next)
    {
        var context = request.Http;
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var held = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(held));
        try
        {
            await next(context).ConfigureAwait(false);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
        finally
        {
            context.Features.Set(body);
        }

        if (context.Response.StatusCode == StatusCodes.Status404NotFound && !context.Response.HasStarted)
        {
            var headers = context.Response.Headers.ToArray();
            context.Response.Clear();
            if (await LeadAsync(request, redirect).ConfigureAwait(false))
            {
                return;
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
            foreach (var header in headers)
            {
                context.Response.Headers[header.Key] = header.Value;
            }
        }

        held.Position = 0;
        await held.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task<bool> LeadAsync(BlogRequest request, Redirect redirect)
    {
        if (redirect.To.Kind is RedirectKind.Gone)
        {
            request.Http.Response.StatusCode = StatusCodes.Status410Gone;
            return true;
        }

        if (await places.FindAsync(request, redirect.To).ConfigureAwait(false) is not { } place)
        {
            return false;
        }

        Redirection.Write(request.Http, StatusCodes.Status301MovedPermanently, place);
        return true;
    }

    // As it was sent: the path of the request is decoded already, and what is decoded twice is another address.
    private static string Target(HttpContext context) =>
        context.Features.Get<IHttpRequestFeature>()?.RawTarget is { Length: > 0 } sent ? sent : context.Request.GetEncodedPathAndQuery();

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
