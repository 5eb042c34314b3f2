using System.Globalization;
using BlogKit.AspNetCore.Endpoints;
using BlogKit.Moderation;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Takes comments from forms and lets their writers change them.</summary>
internal sealed class CommentPages(
    Visitors visitors,
    UnkeyedForms unkeyed,
    CommentService comments,
    AppealService appeals,
    PostPages pages,
    PostAccess access,
    PageRenderer renderer,
    Messages messages,
    FormReader reader,
    IAntiforgery antiforgery,
    IDataProtectionProvider protection,
    IFormTokens formTokens,
    IOptions<BlogKitOptions> options,
    TimeProvider clock)
{
    public static string HeldPath(BlogLinks links, Slug slug, CommentId id) => $"{links.Post(slug)}?held={id}#comment-{id}";

    /// <summary>POST {slug}/comments: 2 commands and those of <see cref="CommentService.SubmitAsync"/>.</summary>
    public async Task SubmitAsync(BlogRequest request)
    {
        if (await pages.FindAsync(request).ConfigureAwait(false) is not { } found)
        {
            return;
        }

        var post = found.Post;
        if (await ReadAsync(request, request.Links.Post(post.Slug) + "#respond").ConfigureAwait(false) is not { } form)
        {
            return;
        }

        if (!access.IsOpen(request, post))
        {
            await pages.AskPasswordAsync(request, post, StatusCodes.Status403Forbidden, wasWrong: false).ConfigureAwait(false);
            return;
        }

        var key = Forms.Field(form, "key") is { Length: > 0 } own ? own : unkeyed.KeyOf(request.Http, form);
        var secret = request.Actor.Kind is ActorKind.Anonymous or ActorKind.Guest ? visitors.SecretFor(request.Http, key, form) : null;
        request = secret is null ? request : request with { Actor = visitors.GuestOf(request.Http, secret) };
        var sent = CommentSubmission.OfForm(request.Http, post, form, key, formTokens);
        var result = await CommentSubmission.SubmitAsync(request, sent, comments).ConfigureAwait(false);
        if (!result.Succeeded)
        {
            await RefuseAsync(request, post, sent, result).ConfigureAwait(false);
            return;
        }

        if (secret is not null)
        {
            Visitors.Remember(request.Http, request.Links, secret);
            RememberedCommenter.Write(request.Http, request.Links, protection, sent.Input);
        }

        var comment = result.Value.Comment;
        var place = ReturnPath.Read(Forms.Field(form, "returnTo")) is { } page
            ? ReturnPath.After(page, comment)
            : comment.Status switch
            {
                CommentStatus.Approved => request.Links.Comment(comment.Id),
                CommentStatus.Pending or CommentStatus.Spam => HeldPath(request.Links, post.Slug, comment.Id),
                _ => request.Links.Post(post.Slug) + "#comments",
            };
        if (FeedbackPages.IsScript(request.Http))
        {
            await TellScriptAsync(request, place, []).ConfigureAwait(false);
            return;
        }

        Redirection.Write(request.Http, StatusCodes.Status303SeeOther, place);
    }

    /// <summary>
    /// POST {slug}/preview: the text as it would be shown; nothing is stored. A script gets that alone, a form its page with it above the
    /// form.
    /// </summary>
    public async Task PreviewAsync(BlogRequest request)
    {
        if (await pages.FindAsync(request).ConfigureAwait(false) is not { } found
            || await ReadAsync(request, request.Links.Post(found.Post.Slug) + "#respond").ConfigureAwait(false) is not { } form)
        {
            return;
        }

        var post = found.Post;
        if (!access.IsOpen(request, post))
        {
            await pages.AskPasswordAsync(request, post, StatusCodes.Status403Forbidden, wasWrong: false).ConfigureAwait(false);
            return;
        }

        var input = CommentSubmission.ReadInput(form);
        var preview = LimitRefusal.Of(request.Http) is { } refusal
            ? refusal.Error
            : await comments.PreviewAsync(request.Blog.Id, post.Id, input.Body ?? "", request.Aborted).ConfigureAwait(false);
        var errors = preview.Succeeded ? [] : FormErrors.Of(preview.Errors, request.Text);
        if (FeedbackPages.IsScript(request.Http))
        {
            await (preview.Succeeded
                ? renderer.WriteBareAsync<PreviewFragment, PreviewFragment.PreviewState>(
                    request.Http,
                    StatusCodes.Status200OK,
                    new PreviewFragment.PreviewState(ShownHtml.Comment(preview.Value.Html, request.Links).Value, request.Text))
                : renderer.WriteBareAsync<TextFragment, string>(
                    request.Http, ErrorStatus.Of(preview.Error), errors[0].Message)).ConfigureAwait(false);
            return;
        }

        var query = new PostPageQuery
        {
            ReplyTo = BlogRequest.CommentFrom(Forms.Field(form, "parentId")),
            Input = input,
            IsPreview = true,
            Errors = errors,
            PreviewHtml = preview.Succeeded ? ShownHtml.Comment(preview.Value.Html, request.Links).Value : null,
            RefusedText = input.Body,
            ReturnTo = ReturnPath.Read(Forms.Field(form, "returnTo")),
            ShownToken = formTokens.Read(post.Id, Forms.Field(form, "shown"), "") is { Token: FormTokenState.Valid }
                ? Forms.Field(form, "shown")
                : null,
        };
        await (preview.Succeeded
            ? pages.ShowAsync(request, post, query)
            : CommentSubmission.RefuseAsync(
                request,
                preview.Error,
                messages,
                status => pages.ShowRefusedAsync(request, post, query, status))).ConfigureAwait(false);
    }

    /// <summary>GET comments/{id}/edit.</summary>
    public async Task ShowEditAsync(BlogRequest request)
    {
        if (await FindOwnAsync(request).ConfigureAwait(false) is { } comment)
        {
            await ShowEditAsync(request, StatusCodes.Status200OK, comment, comment.Markdown, null).ConfigureAwait(false);
        }
    }

    /// <summary>POST comments/{id}/appeal: what its writer says for a comment that is not shown.</summary>
    public async Task AppealAsync(BlogRequest request)
    {
        if (await FindOwnAsync(request).ConfigureAwait(false) is not { } comment
            || await ReadAsync(request, request.Links.EditComment(comment.Id), "text").ConfigureAwait(false) is not { } form)
        {
            return;
        }

        var text = Forms.Field(form, "text") ?? "";
        if (LimitRefusal.Of(request.Http) is { } refusal)
        {
            await ShowEditAsync(
                request,
                ErrorStatus.Of(refusal.Error),
                comment,
                comment.Markdown,
                null,
                text,
                FormErrors.Of(refusal.Error, request.Text).Message).ConfigureAwait(false);
            return;
        }

        var result = await appeals.AppealAsync(request.Blog.Id, comment.Id, text, request.Actor, request.Aborted).ConfigureAwait(false);
        if (result.Succeeded)
        {
            var place = OwnDeeds.With(request.Links.EditComment(comment.Id), OwnDeeds.Appealed);
            Redirection.Write(request.Http, StatusCodes.Status303SeeOther, place);
            return;
        }

        await (result.Error.Kind is ErrorKind.Invalid
            ? ShowEditAsync(
                request,
                ErrorStatus.Of(result.Error),
                comment,
                comment.Markdown,
                null,
                text,
                FormErrors.Of(result.Error, request.Text).Message)
            : messages.FailedAsync(request, result.Error)).ConfigureAwait(false);
    }

    /// <summary>POST comments/{id}/edit and comments/{id}/withdraw.</summary>
    public async Task ChangeAsync(BlogRequest request, bool withdraw)
    {
        if (await FindOwnAsync(request).ConfigureAwait(false) is not { } comment
            || await ReadAsync(request, request.Links.Comment(comment.Id)).ConfigureAwait(false) is not { } form)
        {
            return;
        }

        if (await pages.FindShownAsync(request, comment.PostId).ConfigureAwait(false) is not { } post)
        {
            await messages.NotFoundAsync(request).ConfigureAwait(false);
            return;
        }

        if (!long.TryParse(Forms.Field(form, "version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            await messages.UnreadableFormAsync(
                request, StatusCodes.Status400BadRequest, request.Links.Comment(comment.Id)).ConfigureAwait(false);
            return;
        }

        var body = withdraw ? comment.Markdown : Forms.Field(form, "body") ?? "";
        if (LimitRefusal.Of(request.Http) is { } refusal)
        {
            await ShowEditAsync(
                request,
                ErrorStatus.Of(refusal.Error),
                comment,
                body,
                FormErrors.Of(refusal.Error, request.Text).Message).ConfigureAwait(false);
            return;
        }

        var result = withdraw
            ? await comments.WithdrawAsync(request.Blog.Id, comment.Id, request.Actor, version, request.Aborted).ConfigureAwait(false)
            : await comments.EditAsync(request.Blog.Id, comment.Id, body, request.Actor, version, request.Aborted).ConfigureAwait(false);
        if (!result.Succeeded)
        {
            await (result.Error.Kind is ErrorKind.Invalid
                ? ShowEditAsync(
                    request, ErrorStatus.Of(result.Error), comment, body, FormErrors.Of(result.Error, request.Text).Message)
                : messages.FailedAsync(request, result.Error)).ConfigureAwait(false);
            return;
        }

        Redirection.Write(request.Http, StatusCodes.Status303SeeOther, withdraw
            ? OwnDeeds.With(request.Links.Post(post.Slug) + "#comments", OwnDeeds.Withdrawn)
            : OwnDeeds.With(request.Links.Comment(comment.Id), OwnDeeds.Edited));
    }

    private async Task ShowEditAsync(
        BlogRequest request, int status, Comment comment, string body, string? error, string? appealText = null, string? appealError = null)
    {
        var frame = request.Frame(request.Text["thread.change-yours"]) with { NoIndex = true };
        var state = await appeals.GetOwnStateAsync(request.Blog.Id, comment.Id, request.Actor, request.Aborted).ConfigureAwait(false);
        var window = options.Value.Comments.EditWindow;
        var left = window - (clock.GetUtcNow() - comment.CreatedAt);
        var model = new EditCommentModel(frame, comment.Id, comment.Version, body, antiforgery.GetAndStoreTokens(request.Http))
        {
            Error = error,
            TimeLeft = left > TimeSpan.Zero && left <= window && comment.Status is (CommentStatus.Approved or CommentStatus.Pending)
                ? left
                : null,
            State = state.Succeeded ? state.Value : null,
            Notice = HttpMethods.IsGet(request.Http.Request.Method) ? OwnDeeds.Words(request) : null,
            AppealText = appealText,
            AppealError = appealError,
        };
        await renderer.WriteAsync<Components.EditCommentView, EditCommentModel>(request.Http, status, model).ConfigureAwait(false);
    }

    /// <summary>The comment of the route when the viewer wrote it; null after the answer was written.</summary>
    private async Task<Comment?> FindOwnAsync(BlogRequest request)
    {
        if (BlogRequest.CommentFrom(request.FindRouteValue("id")) is { } id && request.Actor.Key is not null)
        {
            var found = await comments.GetAsync(request.Blog.Id, id, request.Actor, request.Aborted).ConfigureAwait(false);
            if (found.Succeeded && found.Value.IsOwnedBy(request.Actor) && found.Value.Status is not CommentStatus.Deleted)
            {
                return found.Value;
            }
        }

        await messages.NotFoundAsync(request).ConfigureAwait(false);
        return null;
    }

    /// <summary>The form that was sent; null after the answer was written.</summary>
    private Task<IFormCollection?> ReadAsync(BlogRequest request, string backUrl, string textField = "body") =>
        reader.ReadAsync(request, messages, backUrl, form => Forms.Field(form, textField));

    /// <summary>
    /// What became of a comment, in a part of a page: the page that shows the form stays. Refused or not, the question was answered.
    /// </summary>
    private Task TellScriptAsync(BlogRequest request, string? place, ImmutableArray<CommentFormError> errors) =>
        renderer.WriteBareAsync<SentFragment, SentFragment.SentState>(
            request.Http, StatusCodes.Status200OK, new SentFragment.SentState(request.Text, place, errors));

    private Task RefuseAsync(BlogRequest request, Post post, SentComment sent, Result<SubmittedComment> result)
    {
        var error = result.Error!;
        if (FeedbackPages.IsScript(request.Http) && error.Kind is not ErrorKind.NotFound)
        {
            return TellScriptAsync(request, place: null, FormErrors.Of(result.Errors, request.Text));
        }

        var query = sent.GiveBack(result.Errors, request.Text);
        return CommentSubmission.RefuseAsync(
            request,
            error,
            messages,
            status => pages.ShowRefusedAsync(request, post, query, status));
    }
}
