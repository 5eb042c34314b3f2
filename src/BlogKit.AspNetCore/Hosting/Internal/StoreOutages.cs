using System.Globalization;
using BlogKit.AspNetCore.Endpoints;
using BlogKit.Internal;
using BlogKit.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Answers what the store could not be used for, in the way of the endpoint: every door says the same, and a page gives back what was
/// typed. The owner finds in the log what is wrong.
/// </summary>
internal sealed partial class StoreOutages(
    BlogRequests requests, Messages messages, DeskMessages desk, PageRenderer renderer, ILogger<StoreOutages> logger) : IStoreOutages
{
    private static readonly string[] TypedFields = ["body", "markdown", "text", "note"];

    public async Task AnswerAsync(HttpContext context, StoreUnavailableException fault)
    {
        var outage = StoreOutage.Of(fault);
        StoreUnusable(logger, fault.Message, fault);
        context.Response.Headers.RetryAfter = LimitRefusal.UsualWait.ToString(CultureInfo.InvariantCulture);
        var endpoint = context.GetEndpoint()?.Metadata;
        if (endpoint?.GetMetadata<EndpointRule>()?.Fail is { } tell)
        {
            await tell(context, outage).ConfigureAwait(false);
        }
        else if (endpoint?.GetMetadata<BlogMount>() is null)
        {
            await PlainText.WriteAsync(context, outage.Status, outage.Message).ConfigureAwait(false);
        }
        else if (!await TryShowAsync(context, outage).ConfigureAwait(false))
        {
            await messages.OutageAsync(context, outage).ConfigureAwait(false);
        }
    }

    // False when what is around the page cannot be read either.
    private async Task<bool> TryShowAsync(HttpContext context, StoreOutage outage)
    {
        try
        {
            if (await requests.OpenAsync(context).ConfigureAwait(false) is not { } request)
            {
                return false;
            }

            var text = request.Text[outage.TextKey + "-text"];
            if (FeedbackPages.IsScript(context))
            {
                await renderer.WriteBareAsync<TextFragment, string>(context, outage.Status, text).ConfigureAwait(false);
            }
            else if (WantsNoPage(context.Request))
            {
                await PlainText.WriteAsync(context, outage.Status, text).ConfigureAwait(false);
            }
            else
            {
                await (context.GetEndpoint()?.Metadata.GetMetadata<DeskArea>() is null
                    ? messages.ShowAsync(request, outage.Status, request.Text[outage.TextKey], text, refusedText: Typed(context))
                    : desk.ShowAsync(request, outage.Status, outage.TextKey, text, refusedText: Typed(context))).ConfigureAwait(false);
            }

            return true;
        }
        catch (StoreUnavailableException) when (!context.Response.HasStarted)
        {
            return false;
        }
    }

    // The editor's script, which uploads and keeps drafts.
    private static bool WantsNoPage(HttpRequest request) =>
        request.Headers.Accept.ToString() is var accept
        && accept.Contains("application/json", StringComparison.OrdinalIgnoreCase)
        && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static string? Typed(HttpContext context) =>
        context.Features.Get<IFormFeature>()?.Form is { } form
            ? TypedFields.Select(name => Forms.Field(form, name)).FirstOrDefault(static text => !string.IsNullOrWhiteSpace(text))
            : null;

    [LoggerMessage(EventId = 103, Level = LogLevel.Error, Message = "A request was refused because the store cannot be used: {Problem}")]
    private static partial void StoreUnusable(ILogger logger, string problem, Exception fault);
}
