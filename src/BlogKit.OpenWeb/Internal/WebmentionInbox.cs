using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BlogKit.OpenWeb.Internal;

/// <summary>
/// Looks at the pages that are said to mention posts, and keeps, changes or takes back the mention as a comment. What waits when the host
/// stops is lost: senders tell again when the page changes.
/// </summary>
internal sealed partial class WebmentionInbox(
    GuardedWeb web,
    CommentService comments,
    OpenWebMounts mounts,
    IOptions<OpenWebOptions> options,
    TimeProvider clock,
    ILogger<WebmentionInbox> logger) : BackgroundService
{
    private const int Attempts = 3;
    private readonly OpenWebOptions _options = options.Value;
    private readonly FetchBounds _bounds = options.Value.Bounds;
    private readonly WorkQueue<Mention> _queue = new(options.Value.QueueLength, Attempts, options.Value.RetryAfter, clock);

    public bool TryAdd(Mention mention) => _queue.TryAdd(mention);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        mounts.HasWebmention ? _queue.RunAsync(TakeAsync, stoppingToken) : Task.CompletedTask;

    private async Task<bool> TakeAsync(Mention mention, CancellationToken stopping)
    {
        try
        {
            var page = await web.GetAsync(mention.Source, _bounds, stopping).ConfigureAwait(false);
            if (page.Status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
            {
                return false;
            }

            if (page.Status is not HttpStatusCode.OK || !await KeepAsync(mention, page, stopping).ConfigureAwait(false))
            {
                // Gone, or without the link: what was kept of it goes too (Webmention, 3.2.4).
                await comments.WithdrawMentionAsync(mention.BlogId, mention.PostId, mention.Source, stopping).ConfigureAwait(false);
            }

            return true;
        }
        catch (FetchException exception)
        {
            NotLookedAt(logger, mention.Source.Host, exception.Message);
            return exception.Failure is not FetchFailure.Unreachable;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return true;
        }
#pragma warning disable CA1031 // a store that is away for a while must not end the worker
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Failed(logger, mention.Source.Host, exception);
            return false;
        }
    }

    /// <summary>Keeps the mention; false when the page does not link to its target.</summary>
    private async Task<bool> KeepAsync(Mention mention, FetchedPage page, CancellationToken stopping)
    {
        using var document = await ForeignHtml.ParseAsync(page.Text, stopping).ConfigureAwait(false);
        if (!MentionReader.Links(document, page.Url).Any(link => MentionReader.IsOne(link, mention.Target)))
        {
            return false;
        }

        var said = MentionReader.Read(document, page.Url, mention.Target);
        var result = await comments.SubmitMentionAsync(
            new NewMention(mention.BlogId, mention.PostId, mention.Source, said.Text ?? "")
            {
                Name = said.AuthorName,
                MayBeShown = _options.ApproveWebmentions,
            },
            stopping).ConfigureAwait(false);
        if (!result.Succeeded)
        {
            Refused(logger, mention.Source.Host, result.Error.Code);
        }

        return true;
    }

    [LoggerMessage(EventId = 120, Level = LogLevel.Information, Message = "A mention from {Host} could not be looked at: {Reason}")]
    private static partial void NotLookedAt(ILogger logger, string host, string reason);

    [LoggerMessage(EventId = 121, Level = LogLevel.Information, Message = "A mention from {Host} was not taken: {Code}.")]
    private static partial void Refused(ILogger logger, string host, string code);

    [LoggerMessage(EventId = 122, Level = LogLevel.Error, Message = "A mention from {Host} could not be kept.")]
    private static partial void Failed(ILogger logger, string host, Exception exception);
}
