using BlogKit.AspNetCore.Endpoints;
using BlogKit.Moderation;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>One comment with everything around it.</summary>
internal sealed class CasePages(
    DeskFrames desk,
    DeskForms forms,
    DeskMessages messages,
    ModerationQueueService queue,
    ModerationService moderation,
    ModerationLogService log,
    BulkModerationService bulk,
    BanService bans,
    CommentService comments,
    DisplayNameService names,
    ThreadService threads,
    AuthorService authors,
    ReevaluationService reevaluation,
    PageRenderer renderer,
    TimeProvider clock)
{
    private const int MostAbove = 5;
    private const int MostBeside = 10;
    private const int MostBanned = 200;

    /// <summary>GET desk/comments/{id}. At most 30 commands, whatever is stored.</summary>
    public async Task ShowAsync(BlogRequest request)
    {
        if (await forms.ScopeAsync(request).ConfigureAwait(false) is not { } scope)
        {
            return;
        }

        if (BlogRequest.CommentFrom(request.FindRouteValue("id")) is { } id)
        {
            await ShowAsync(request, id, scope, StatusCodes.Status200OK, static m => m).ConfigureAwait(false);
        }
        else
        {
            await messages.NotFoundAsync(request).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// POST desk/comments/{id}/judge: what today's policies would decide. Nothing changes; it is a form because policies may ask other
    /// services.
    /// </summary>
    public async Task JudgeAsync(BlogRequest request)
    {
        if (await ReadFormAsync(request).ConfigureAwait(false) is not ({ } comment, { } form))
        {
            return;
        }

        var judged = await reevaluation.JudgeAsync(request.Blog.Id, comment.Id, request.Actor, request.Aborted).ConfigureAwait(false);
        await ShowAsync(
            request,
            comment.Id,
            DeskForms.Scope(form),
            judged.Succeeded ? StatusCodes.Status200OK : ErrorStatus.Of(judged.Error),
            m => judged.Succeeded
                ? m with { JudgedAgain = judged.Value }
                : m with { Error = FormErrors.InLanguage(judged.Error, request.Text) }).ConfigureAwait(false);
    }

    /// <summary>POST desk/comments/{id}/edit.</summary>
    public async Task EditAsync(BlogRequest request)
    {
        if (await ReadFormAsync(request).ConfigureAwait(false) is not ({ } comment, { } form))
        {
            return;
        }

        var scope = DeskForms.Scope(form);
        if (DeskForms.Number(form, "version") is not { } version)
        {
            await messages.BadValueAsync(request, "version", DeskLinks.Case(request.Links, comment.Id, scope)).ConfigureAwait(false);
            return;
        }

        var text = Forms.Field(form, "markdown") ?? "";
        var edited = await comments.EditAsync(
            request.Blog.Id, comment.Id, text, request.Actor, version, request.Aborted).ConfigureAwait(false);
        if (edited.Succeeded)
        {
            Redirection.Write(
                request.Http, StatusCodes.Status303SeeOther, DeskNotices.With(DeskLinks.Case(request.Links, comment.Id, scope), "edit"));
            return;
        }

        // The text that was typed stays in the field, whatever became of the comment.
        await ShowAsync(
            request,
            comment.Id,
            scope,
            ErrorStatus.Of(edited.Error),
            m => m with
            {
                Error = edited.Error.Code is ErrorCodes.Changed
                    ? request.Text["desk.changed-meanwhile"]
                    : FormErrors.InLanguage(edited.Error, request.Text),
                TypedText = text,
            }).ConfigureAwait(false);
    }

    /// <summary>GET desk/comments/{id}/purge.</summary>
    public async Task AskPurgeAsync(BlogRequest request)
    {
        if (await forms.FindAsync(request).ConfigureAwait(false) is not { } comment)
        {
            return;
        }

        var frame = await desk.FrameAsync(request, DeskSection.Comments, request.Text["desk.purge-title"]).ConfigureAwait(false);
        await renderer.WriteBareAsync<Components.PurgeView, PurgeModel>(
            request.Http,
            StatusCodes.Status200OK,
            new PurgeModel(
                frame,
                comment,
                QueueScope.Read(request.Http.Request.Query).Scope ?? new QueueScope(),
                forms.Tokens(request))).ConfigureAwait(false);
    }

    /// <summary>POST desk/comments/{id}/purge.</summary>
    public async Task PurgeAsync(BlogRequest request)
    {
        if (await ReadFormAsync(request).ConfigureAwait(false) is not ({ } comment, { } form))
        {
            return;
        }

        var scope = DeskForms.Scope(form);
        if (DeskForms.Number(form, "version") is not { } version)
        {
            await messages.BadValueAsync(request, "version", DeskLinks.Purge(request.Links, comment.Id, scope)).ConfigureAwait(false);
            return;
        }

        var purged = await moderation.PurgeAsync(
            request.Blog.Id, comment.Id, request.Actor, version, DeskForms.Words(form, "reason"), request.Aborted).ConfigureAwait(false);
        if (purged.Succeeded)
        {
            Redirection.Write(
                request.Http, StatusCodes.Status303SeeOther, DeskNotices.With(DeskLinks.Queue(request.Links, scope), "purge"));
            return;
        }

        await messages.FailedAsync(request, purged.Error, DeskLinks.Purge(request.Links, comment.Id, scope)).ConfigureAwait(false);
    }

    /// <summary>POST desk/comments/{id}/forget-name: the name that the comment's writer had chosen.</summary>
    public async Task ForgetNameAsync(BlogRequest request)
    {
        if (await ReadFormAsync(request).ConfigureAwait(false) is not ({ } comment, { } form))
        {
            return;
        }

        var scope = DeskForms.Scope(form);
        var forgotten = await moderation.ForgetNameAsync(
            request.Blog.Id,
            comment.Id,
            request.Actor,
            reason: DeskForms.Words(form, "reason"),
            cancellationToken: request.Aborted).ConfigureAwait(false);
        if (forgotten.Succeeded)
        {
            Redirection.Write(
                request.Http,
                StatusCodes.Status303SeeOther,
                DeskNotices.With(DeskLinks.Case(request.Links, comment.Id, scope), "forget-name"));
            return;
        }

        var (status, problem) = forgotten.Error.Code is ErrorCodes.NameNotFound
            ? (StatusCodes.Status409Conflict, request.Text["desk.name-none"])
            : (ErrorStatus.Of(forgotten.Error), FormErrors.InLanguage(forgotten.Error, request.Text));
        await ShowAsync(request, comment.Id, scope, status, m => m with { Error = problem }).ConfigureAwait(false);
    }

    /// <summary>
    /// POST desk/comments/{id}/ban: bans by the ticked keys, and takes what of the writer waits for spam when that is ticked too.
    /// </summary>
    public async Task BanAsync(BlogRequest request)
    {
        if (await ReadFormAsync(request).ConfigureAwait(false) is not ({ } comment, { } form))
        {
            return;
        }

        var scope = DeskForms.Scope(form);
        var known = await bans.ListAllKeysAsync(request.Blog.Id, comment.Id, request.Actor, request.Aborted).ConfigureAwait(false);
        if (!known.Succeeded)
        {
            await messages.FailedAsync(request, known.Error).ConfigureAwait(false);
            return;
        }

        var keys = form["key"].OfType<string>().Distinct(StringComparer.Ordinal).ToImmutableArray();
        var problem = keys.IsEmpty ? request.Text["desk.ban-no-key"]
            : keys.Any(key => !known.Value.Contains(key, StringComparer.Ordinal)) ? request.Text.Format("desk.bad-value", "key")
            : !BanTerms.TryRead(form, clock.GetUtcNow(), out _) ? request.Text.Format("desk.bad-value", "days")
            : null;
        BanTerms.TryRead(form, clock.GetUtcNow(), out var until);
        var reason = DeskForms.Words(form, "reason");
        foreach (var key in problem is null ? keys : [])
        {
            var banned = await bans.BanAsync(
                new NewBan(request.Blog.Id, key) { Reason = reason, Until = until }, request.Actor, request.Aborted).ConfigureAwait(false);
            if (!banned.Succeeded)
            {
                problem = FormErrors.InLanguage(banned.Error, request.Text);
                break;
            }
        }

        if (problem is not null)
        {
            await ShowAsync(
                request,
                comment.Id,
                scope,
                StatusCodes.Status422UnprocessableEntity,
                m => m with { Error = problem }).ConfigureAwait(false);
            return;
        }

        var back = DeskLinks.Case(request.Links, comment.Id, scope);
        Redirection.Write(
            request.Http,
            StatusCodes.Status303SeeOther,
            Forms.Field(form, "waiting") is { Length: > 0 }
                && await ClearAsync(request, comment, reason).ConfigureAwait(false) is { } cleared
                ? DeskNotices.With(back, "ban", cleared)
                : DeskNotices.With(back, "ban"));
    }

    /// <summary>Marks the comment and what else of its writer waits as spam; null when there was nothing to mark.</summary>
    private async Task<BulkResult?> ClearAsync(BlogRequest request, Comment comment, string? reason)
    {
        var picked = new List<BulkComment>();
        if (comment.Status is CommentStatus.Pending or CommentStatus.Approved)
        {
            picked.Add(new BulkComment(comment.Id));
        }

        if (comment.By.HistoryKey is { } writer)
        {
            var waiting = await queue.ListAsync(
                new QueueFilter(request.Blog.Id) { HistoryKey = writer },
                request.Actor,
                MostBanned,
                cancellationToken: request.Aborted).ConfigureAwait(false);
            if (waiting.Succeeded)
            {
                picked.AddRange(waiting.Value.Items
                    .Where(i => i.Comment.Id != comment.Id)
                    .Take(MostBanned - 1)
                    .Select(static i => new BulkComment(i.Comment.Id, i.Comment.Version)));
            }
        }

        if (picked.Count == 0)
        {
            return null;
        }

        var result = await bulk.ApplyAsync(
            new BulkRequest(request.Blog.Id, BulkAction.Spam, [.. picked]) { Reason = reason },
            request.Actor,
            request.Aborted).ConfigureAwait(false);
        return result.Succeeded ? result.Value : null;
    }

    /// <summary>The comment of the route and the form that was sent; a part is null after an answer was written.</summary>
    private async Task<(Comment? Comment, IFormCollection? Form)> ReadFormAsync(BlogRequest request)
    {
        if (await forms.FindAsync(request).ConfigureAwait(false) is not { } comment)
        {
            return default;
        }

        return (comment, await forms.ReadAsync(request, DeskLinks.Action(request.Links, comment.Id)).ConfigureAwait(false));
    }

    private async Task ShowAsync(BlogRequest request, CommentId id, QueueScope scope, int status, Func<CaseModel, CaseModel> with)
    {
        var found = await queue.GetCaseAsync(scope.ToFilter(request.Blog.Id), id, request.Actor, request.Aborted).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            await (found.Error.Kind is ErrorKind.Invalid
                ? messages.ShowAsync(
                    request, StatusCodes.Status400BadRequest, "desk.bad-request", FormErrors.InLanguage(found.Error, request.Text))
                : messages.FailedAsync(request, found.Error)).ConfigureAwait(false);
            return;
        }

        var it = found.Value;
        var frame = await desk.FrameAsync(
            request, DeskSection.Comments, request.Text.Format("desk.case-title", it.Comment.By.Name)).ConfigureAwait(false);
        var revisions = it.EarlierTexts == 0
            ? null
            : await log.ListAllRevisionsAsync(request.Blog.Id, id, request.Actor, request.Aborted).ConfigureAwait(false);
        var keys = await bans.ListAllKeysAsync(request.Blog.Id, id, request.Actor, request.Aborted).ConfigureAwait(false);
        var model = new CaseModel(DeskNotices.Read(request, frame, scope, forms), it, scope, forms.Tokens(request))
        {
            Above = await ReadAboveAsync(request, it.Parent).ConfigureAwait(false),
            Siblings = it.Comment.ParentId is { } parent ? await ReadBelowAsync(request, parent, except: id).ConfigureAwait(false) : [],
            Replies = it.Comment.Status is CommentStatus.Approved
                ? await ReadBelowAsync(request, id, except: id).ConfigureAwait(false)
                : [],
            Revisions = revisions is { Succeeded: true } ? revisions.Value : [],
            BanKeys = keys.Succeeded ? keys.Value : [],
            ChosenName = it.Comment.By.UserKey is { } user
                ? (await names.FindAsync(request.Blog.Id, user, request.Aborted).ConfigureAwait(false))?.Name
                : null,
            Names = await ActorNames.ReadAsync(authors, request).ConfigureAwait(false),
        };
        await renderer.WriteBareAsync<Components.CaseView, CaseModel>(request.Http, status, with(model)).ConfigureAwait(false);
    }

    private async Task<ImmutableArray<Comment>> ReadAboveAsync(BlogRequest request, Comment? parent)
    {
        var above = new List<Comment>();
        for (var next = parent?.ParentId; next is { } id && above.Count < MostAbove;)
        {
            var found = await comments.GetAsync(request.Blog.Id, id, request.Actor, request.Aborted).ConfigureAwait(false);
            if (!found.Succeeded)
            {
                break;
            }

            above.Insert(0, found.Value);
            next = found.Value.ParentId;
        }

        return [.. above];
    }

    private async Task<ImmutableArray<ThreadComment>> ReadBelowAsync(BlogRequest request, CommentId under, CommentId except)
    {
        var replies = await threads.ReadRepliesAsync(
            new RepliesPageQuery(request.Blog.Id, under) { Size = MostBeside + 1 }, request.Aborted).ConfigureAwait(false);
        return replies.Succeeded
            ? [.. replies.Value.Replies.Where(n => n.Id != except).Select(static n => n.Comment).OfType<ThreadComment>().Take(MostBeside)]
            : [];
    }
}
