using System.Globalization;
using BlogKit.AspNetCore.Endpoints;
using BlogKit.Moderation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The queue, and deciding in it.</summary>
internal sealed class QueuePages(
    DeskFrames desk,
    DeskForms forms,
    DeskMessages messages,
    ModerationQueueService queue,
    ModerationService moderation,
    ModerationLogService log,
    BulkModerationService bulk,
    ModerationPolicies policies,
    PageRenderer renderer,
    IOptions<DeskOptions> options)
{
    /// <summary>
    /// GET desk/comments. Three commands for the request and its frame, one for the page, one for each comment on it, one more for each
    /// that is shown or that readers objected to.
    /// </summary>
    public async Task ShowAsync(BlogRequest request)
    {
        if (await forms.ScopeAsync(request).ConfigureAwait(false) is not { } scope)
        {
            return;
        }

        var cursor = request.FindQueryValue("cursor");
        var page = await queue.ListAsync(
            scope.ToFilter(request.Blog.Id), request.Actor, options.Value.PageSize, cursor, request.Aborted).ConfigureAwait(false);
        if (!page.Succeeded)
        {
            await messages.ShowAsync(
                request,
                StatusCodes.Status400BadRequest,
                "desk.bad-request",
                FormErrors.InLanguage(page.Error, request.Text),
                DeskLinks.Queue(request.Links, new QueueScope())).ConfigureAwait(false);
            return;
        }

        var url = DeskLinks.Queue(request.Links, scope);
        if (EmptiedPage.LeadsOn(request, page.Value, url))
        {
            return;
        }

        var counts = await moderation.CountAsync(request.Blog.Id, request.Actor, request.Aborted).ConfigureAwait(false);
        var contexts = await queue.ReadContextsAsync(
            request.Blog.Id, [.. page.Value.Items.Select(static i => i.Comment)], request.Actor, request.Aborted).ConfigureAwait(false);
        if (!counts.Succeeded || !contexts.Succeeded)
        {
            await messages.NotAllowedAsync(request).ConfigureAwait(false);
            return;
        }

        var beside = contexts.Value.ToDictionary(static c => c.CommentId);
        var tokens = forms.Tokens(request);
        var frame = DeskFrames.FrameOf(request, DeskSection.Comments, request.Text["desk.comments"], counts.Value);
        await renderer.WriteBareAsync<Components.QueueView, QueueModel>(request.Http, StatusCodes.Status200OK, new QueueModel(
            DeskNotices.Read(request, frame, scope, forms),
            scope,
            [.. page.Value.Items.Select(
                i => new QueueRow(frame.Page, i, scope, tokens) { Context = beside.GetValueOrDefault(i.Comment.Id) })],
            counts.Value,
            tokens)
        {
            NextUrl = page.Value.Next is { } next ? BlogLinks.WithQuery(url, "cursor", next) : null,
            FirstUrl = cursor is null ? null : url,
            Policies = [.. policies.Live.Policies.Select(static p => p.Name), "flags"],
        }).ConfigureAwait(false);
    }

    /// <summary>POST desk/comments/{id}.</summary>
    public async Task ActAsync(BlogRequest request)
    {
        if (BlogRequest.CommentFrom(request.FindRouteValue("id")) is not { } id)
        {
            await messages.NotFoundAsync(request).ConfigureAwait(false);
            return;
        }

        if (await forms.ReadAsync(request, DeskLinks.Action(request.Links, id)).ConfigureAwait(false) is not { } form)
        {
            return;
        }

        var scope = DeskForms.Scope(form);
        var back = DeskLinks.Case(request.Links, id, scope);
        if (DeskForms.Number(form, "version") is not { } version)
        {
            await messages.BadValueAsync(request, "version", back).ConfigureAwait(false);
            return;
        }

        var what = Forms.Field(form, "do") ?? "";
        var reason = DeskForms.Words(form, "reason");
        var (blog, actor, aborted) = (request.Blog.Id, request.Actor, request.Aborted);
        var deciding = what switch
        {
            "approve" => moderation.ApproveAsync(blog, id, actor, version, reason, aborted),
            "spam" => moderation.MarkSpamAsync(blog, id, actor, version, reason, aborted),
            "trash" => moderation.TrashAsync(blog, id, actor, version, reason, aborted),
            "hold" => moderation.HoldAsync(blog, id, actor, version, reason, aborted),
            "restore" => moderation.RestoreAsync(blog, id, actor, version, reason, aborted),
            "pin" => moderation.PinAsync(blog, id, actor, version, aborted),
            "unpin" => moderation.UnpinAsync(blog, id, actor, version, aborted),
            "undo" => moderation.UndoLastAsync(blog, id, actor, version, reason, aborted),
            _ => null,
        };
        if (deciding is null)
        {
            await messages.BadValueAsync(request, "do", back).ConfigureAwait(false);
            return;
        }

        var done = await deciding.ConfigureAwait(false);
        if (!done.Succeeded)
        {
            await RefuseAsync(request, id, scope, what, DeskForms.Number(form, "revision"), done.Error).ConfigureAwait(false);
        }
        else if (DeskForms.WantsFragment(request))
        {
            await WriteFragmentAsync(request, done.Value, scope, what).ConfigureAwait(false);
        }
        else
        {
            Redirection.Write(
                request.Http,
                StatusCodes.Status303SeeOther,
                DeskNotices.With(After(request, form, id, scope), what, id, done.Value.Version));
        }
    }

    /// <summary>POST desk/comments/bulk.</summary>
    public async Task ActOnManyAsync(BlogRequest request)
    {
        if (await forms.ReadAsync(request, DeskLinks.Queue(request.Links, new QueueScope())).ConfigureAwait(false) is not { } form)
        {
            return;
        }

        var scope = DeskForms.Scope(form);
        var back = DeskLinks.Queue(request.Links, scope);
        if (!DeskNotices.Bulk.TryGetValue(Forms.Field(form, "do") ?? "", out var action))
        {
            await messages.BadValueAsync(request, "do", back).ConfigureAwait(false);
            return;
        }

        var picked = form["pick"].Select(Picked).ToImmutableArray();
        if (picked.IsEmpty)
        {
            await messages.ShowAsync(
                request,
                StatusCodes.Status422UnprocessableEntity,
                "desk.bad-request",
                request.Text["desk.nothing-picked"],
                back).ConfigureAwait(false);
            return;
        }

        if (picked.Any(static p => p is null))
        {
            await messages.BadValueAsync(request, "pick", back).ConfigureAwait(false);
            return;
        }

        var result = await bulk.ApplyAsync(
            new BulkRequest(request.Blog.Id, action, [.. picked.OfType<BulkComment>()]) { Reason = DeskForms.Words(form, "reason") },
            request.Actor,
            request.Aborted).ConfigureAwait(false);
        await (result.Succeeded
            ? RedirectAsync(request.Http, DeskNotices.With(back, Forms.Field(form, "do")!, result.Value))
            : messages.FailedAsync(request, result.Error, back)).ConfigureAwait(false);
    }

    /// <summary>POST desk/operations/{id}/undo.</summary>
    public async Task UndoAsync(BlogRequest request)
    {
        if (!Guid.TryParse(request.FindRouteValue("id"), out var operation))
        {
            await messages.NotFoundAsync(request).ConfigureAwait(false);
            return;
        }

        if (await forms.ReadAsync(request, DeskLinks.Log(request.Links)).ConfigureAwait(false) is not { } form)
        {
            return;
        }

        var result = await bulk.UndoAsync(
            request.Blog.Id, operation, request.Actor, DeskForms.Words(form, "reason"), request.Aborted).ConfigureAwait(false);
        var back = Forms.Field(form, "from") is "log"
            ? DeskLinks.Log(request.Links)
            : DeskLinks.Queue(request.Links, DeskForms.Scope(form));
        await (result.Succeeded
            ? RedirectAsync(request.Http, DeskNotices.With(back, "undo", result.Value))
            : messages.FailedAsync(request, result.Error, back)).ConfigureAwait(false);
    }

    private static Task RedirectAsync(HttpContext context, string url)
    {
        Redirection.Write(context, StatusCodes.Status303SeeOther, url);
        return Task.CompletedTask;
    }

    private static BulkComment? Picked(string? text) =>
        text?.Split(':') is [var id, var version]
        && BlogRequest.CommentFrom(id) is { } comment
        && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new BulkComment(comment, number)
            : null;

    /// <summary>Where one goes on: in the case, to the next one; in the queue, back to it.</summary>
    private static string After(
        BlogRequest request, IFormCollection form, CommentId id, QueueScope scope) => Forms.Field(form, "from") switch
        {
            "case" when BlogRequest.CommentFrom(Forms.Field(form, "next")) is { } next => DeskLinks.Case(request.Links, next, scope),
            "stay" => DeskLinks.Case(request.Links, id, scope),
            _ => DeskLinks.Queue(request.Links, scope),
        };

    private async Task WriteFragmentAsync(BlogRequest request, Comment comment, QueueScope scope, string what)
    {
        if (what is "undo")
        {
            if (await FindRowAsync(request, comment.Id, scope).ConfigureAwait(false) is { } row)
            {
                await renderer.WriteBareAsync<Components.QueueRowView, QueueRow>(
                    request.Http, StatusCodes.Status200OK, row.Row).ConfigureAwait(false);
            }

            return;
        }

        var counts = await moderation.CountAsync(request.Blog.Id, request.Actor, request.Aborted).ConfigureAwait(false);
        var undo = new DeskUndo(DeskLinks.Action(request.Links, comment.Id), forms.Tokens(request), scope.ToQuery())
        {
            Version = comment.Version,
        };
        await renderer.WriteBareAsync<Components.DoneRowView, DoneRow>(
            request.Http,
            StatusCodes.Status200OK,
            new DoneRow(request.Frame(""), comment.Id, request.Text.Format("desk.done-of-" + what, comment.By.Name), undo)
            {
                Waiting = counts.Succeeded ? counts.Value.Pending : null,
            }).ConfigureAwait(false);
    }

    /// <summary>Says why it was not done: a comment that changed meanwhile is shown as it is now, to decide again.</summary>
    private async Task RefuseAsync(BlogRequest request, CommentId id, QueueScope scope, string what, long? revision, BlogError error)
    {
        var isConflict = error is { Kind: ErrorKind.Conflict, Code: ErrorCodes.Changed };
        if (!isConflict && !DeskForms.WantsFragment(request))
        {
            await messages.FailedAsync(request, error, DeskLinks.Case(request.Links, id, scope)).ConfigureAwait(false);
            return;
        }

        if (await FindRowAsync(request, id, scope).ConfigureAwait(false) is not var (row, records))
        {
            return;
        }

        if (DeskForms.WantsFragment(request))
        {
            var why = isConflict ? request.Text["desk.changed-meanwhile"] : FormErrors.InLanguage(error, request.Text);
            await renderer.WriteBareAsync<Components.QueueRowView, QueueRow>(
                request.Http, ErrorStatus.Of(error), row with { Error = why }).ConfigureAwait(false);
            return;
        }

        var before = revision is { } seen && seen != row.Queued.Comment.Revision
            ? await log.ListAllRevisionsAsync(request.Blog.Id, id, request.Actor, request.Aborted).ConfigureAwait(false)
            : null;
        var frame = await desk.FrameAsync(request, DeskSection.Comments, request.Text["desk.conflict"]).ConfigureAwait(false);
        await renderer.WriteBareAsync<Components.ConflictView, ConflictModel>(
            request.Http,
            StatusCodes.Status409Conflict,
            new ConflictModel(frame, row, request.Text["desk.do-" + what])
            {
                TextBefore = before is { Succeeded: true } ? before.Value.FirstOrDefault(r => r.Revision == revision)?.Markdown : null,
                Records = [.. records.Reverse().Take(5)],
            }).ConfigureAwait(false);
    }

    /// <summary>The comment as a row of the queue, and what was done with it; null after an answer was written.</summary>
    private async Task<(QueueRow Row, ImmutableArray<ModerationRecord> Records)?> FindRowAsync(
        BlogRequest request, CommentId id, QueueScope scope)
    {
        var found = await queue.GetQueuedAsync(request.Blog.Id, id, request.Actor, request.Aborted).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            await messages.NotFoundAsync(request).ConfigureAwait(false);
            return null;
        }

        var (queued, context, records) = found.Value;
        return (new QueueRow(request.Frame(""), queued, scope, forms.Tokens(request)) { Context = context }, records);
    }
}
