using System.Globalization;
using BlogKit.AspNetCore.Endpoints;
using BlogKit.Moderation;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What was done, by whom and why.</summary>
internal sealed class LogPages(
    DeskFrames desk, DeskForms forms, DeskMessages messages, ModerationLogService log, AuthorService authors, PageRenderer renderer)
{
    private const int PageSize = 50;

    /// <summary>GET desk/log.</summary>
    public async Task ShowAsync(BlogRequest request)
    {
        var url = DeskLinks.Log(request.Links);
        var (action, from, until) = (request.FindQueryValue("action"), request.FindQueryValue("from"), request.FindQueryValue("until"));
        var wrong = action is not null && ActionOf(action) is null ? "action"
            : from is not null && DayOf(from) is null ? "from"
            : until is not null && DayOf(until) is null ? "until"
            : request.FindQueryValue("actor") is { } actor && KeyOf(actor) is null ? "actor"
            : null;
        if (wrong is not null)
        {
            await messages.BadValueAsync(request, wrong, url).ConfigureAwait(false);
            return;
        }

        var filter = new LogFilter(request.Blog.Id)
        {
            ActorKey = KeyOf(request.FindQueryValue("actor")),
            Action = ActionOf(action),
            From = StartOf(request, DayOf(from)),
            Until = StartOf(request, DayOf(until)?.AddDays(1)),
        };
        var page = await log
            .ListAsync(filter, request.Actor, PageSize, request.FindQueryValue("cursor"), request.Aborted)
            .ConfigureAwait(false);
        if (!page.Succeeded)
        {
            var error = page.Error.Field is nameof(LogFilter.ActorKey) ? page.Error with { Field = "actor" } : page.Error;
            await messages.ShowAsync(
                request,
                StatusCodes.Status400BadRequest,
                "desk.bad-request",
                FormErrors.InLanguage(error, request.Text),
                url).ConfigureAwait(false);
            return;
        }

        foreach (var (name, value) in new[]
            {
                ("actor", request.FindQueryValue("actor")), ("action", action), ("from", from), ("until", until),
            })
        {
            url = BlogLinks.WithQuery(url, name, value);
        }

        if (EmptiedPage.LeadsOn(request, page.Value, url))
        {
            return;
        }

        var frame = await desk.FrameAsync(request, DeskSection.Log, request.Text["desk.log"]).ConfigureAwait(false);
        await renderer.WriteBareAsync<Components.LogView, LogModel>(
            request.Http,
            StatusCodes.Status200OK,
            new LogModel(DeskNotices.Read(request, frame, new QueueScope(), forms), filter, page.Value.Items, forms.Tokens(request))
            {
                NextUrl = page.Value.Next is { } next ? BlogLinks.WithQuery(url, "cursor", next) : null,
                Comments = await CommentsAsync(request, page.Value.Items).ConfigureAwait(false),
                Names = await ActorNames.ReadAsync(authors, request).ConfigureAwait(false),
            }).ConfigureAwait(false);
    }

    private async Task<ImmutableDictionary<CommentId, ListedComment>> CommentsAsync(
        BlogRequest request, ImmutableArray<ModerationRecord> records)
    {
        var comments = await log.ReadCommentsAsync(request.Blog.Id, records, request.Actor, request.Aborted).ConfigureAwait(false);
        return comments.Succeeded
            ? comments.Value.ToImmutableDictionary(static c => c.Comment.Id)
            : ImmutableDictionary<CommentId, ListedComment>.Empty;
    }

    /// <summary>GET desk/operations/{id}.</summary>
    public async Task ShowOperationAsync(BlogRequest request)
    {
        if (!Guid.TryParse(request.FindRouteValue("id"), out var operation))
        {
            await messages.NotFoundAsync(request).ConfigureAwait(false);
            return;
        }

        var records = await log.ListAllOfOperationAsync(request.Blog.Id, operation, request.Actor, request.Aborted).ConfigureAwait(false);
        if (!records.Succeeded)
        {
            await messages.FailedAsync(request, records.Error).ConfigureAwait(false);
            return;
        }

        var frame = await desk.FrameAsync(request, DeskSection.Log, request.Text["desk.operation"]).ConfigureAwait(false);
        await renderer.WriteBareAsync<Components.LogView, LogModel>(
            request.Http,
            StatusCodes.Status200OK,
            new LogModel(frame, new LogFilter(request.Blog.Id), records.Value, forms.Tokens(request))
            {
                OperationId = operation,
                Comments = await CommentsAsync(request, records.Value).ConfigureAwait(false),
                Names = await ActorNames.ReadAsync(authors, request).ConfigureAwait(false),
            }).ConfigureAwait(false);
    }

    // Enum.TryParse would take "7" as well.
    private static ModerationAction? ActionOf(string? text) =>
        text is { Length: > 0 }
        && !char.IsAsciiDigit(text[0])
        && text[0] != '-'
        && Enum.TryParse<ModerationAction>(text, ignoreCase: true, out var action)
        && Enum.IsDefined(action)
            ? action
            : null;

    private static DateTimeOffset? StartOf(BlogRequest request, DateTime? day) =>
        day is { } known ? PageText.StartOf(known, request.Text.Zone) : null;

    private static ActorKey? KeyOf(string? text) => ActorKey.TryParse(text, out var key) ? key : null;

    private static DateTime? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= 1900 and < 9999
            ? day.ToDateTime(TimeOnly.MinValue)
            : null;
}
