using BlogKit.AspNetCore.Endpoints;
using BlogKit.Moderation;
using BlogKit.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Takes what readers say of comments: votes, reactions, reports. A guest gets a cookie by this and not before.</summary>
internal sealed class FeedbackPages(
    Visitors visitors,
    CommentService comments,
    FlagService flags,
    IFeedbackStore feedback,
    PostPages pages,
    PostAccess access,
    PageRenderer renderer,
    Messages messages,
    FormReader reader,
    IAntiforgery antiforgery,
    IOptions<BlogKitOptions> options)
{
    /// <summary>Whether a script asks, which wants a part of a page and not a page.</summary>
    public static bool IsScript(HttpContext context) =>
        context.Request.Headers.XRequestedWith is [{ } with, ..] && string.Equals(with, "fetch", StringComparison.OrdinalIgnoreCase);

    /// <summary>POST comments/feedback: one field, whose name says what and whose value says for which comment.</summary>
    public async Task TakeAsync(BlogRequest request)
    {
        if (LimitRefusal.Of(request.Http) is { } refusal)
        {
            await FailAsync(request, refusal.Error).ConfigureAwait(false);
            return;
        }

        if (await ReadAsync(request, request.Links.Home).ConfigureAwait(false) is not { } form)
        {
            return;
        }

        if (Wish.Read(form) is not { } wish)
        {
            await RefuseAsync(request, StatusCodes.Status400BadRequest, request.Text["thread.feedback-unread"]).ConfigureAwait(false);
            return;
        }

        if (await FindAsync(request, wish.Comment).ConfigureAwait(false) is not { } comment)
        {
            return;
        }

        var (known, secret) = Recognise(request, form);
        var result = wish.IsVote
            ? await comments.VoteAsync(known.Blog.Id, comment.Id, wish.Vote, known.Actor, known.Aborted).ConfigureAwait(false)
            : await comments.ReactAsync(known.Blog.Id, comment.Id, wish.Reaction, known.Actor, known.Aborted).ConfigureAwait(false);
        if (!result.Succeeded)
        {
            await FailAsync(known, result.Error).ConfigureAwait(false);
            return;
        }

        if (secret is not null)
        {
            Visitors.Remember(request.Http, request.Links, secret);
        }

        if (!IsScript(request.Http))
        {
            Redirection.Write(request.Http, StatusCodes.Status303SeeOther, OwnDeeds.With(request.Links.Comment(comment.Id), wish.Deed));
            return;
        }

        var own = await OwnAsync(known, comment.Id).ConfigureAwait(false);
        await renderer.WriteBareAsync<FeedbackFragment, FeedbackFragment.FeedbackState>(
            request.Http,
            StatusCodes.Status200OK,
            new FeedbackFragment.FeedbackState(comment.Id, result.Value, own, request.Blog.Reactions, request.Text)).ConfigureAwait(false);
    }

    /// <summary>GET comments/{id}/more.</summary>
    public async Task ShowAsync(BlogRequest request)
    {
        if (await FindAsync(request, BlogRequest.CommentFrom(request.FindRouteValue("id"))).ConfigureAwait(false) is not { } comment)
        {
            return;
        }

        var frame = request.Frame(request.Text.Format("thread.comment-by", comment.By.Name)) with { NoIndex = true };
        var model = new FeedbackModel(frame, comment.Id, comment.By.Name, comment.Html)
        {
            Counts = new FeedbackCounts { UpVotes = comment.UpVotes, DownVotes = comment.DownVotes, Reactions = comment.Reactions },
            Own = await OwnAsync(request, comment.Id).ConfigureAwait(false),
            IsOwn = comment.IsOwnedBy(request.Actor),
            Reactions = request.Blog.Reactions,
            CanFlag = options.Value.Moderation.Flags.Enabled,
            Antiforgery = Forms.TokensFor(request.Http, antiforgery),
        };
        await renderer.WriteAsync<Components.FeedbackView, FeedbackModel>(
            request.Http, StatusCodes.Status200OK, model).ConfigureAwait(false);
    }

    /// <summary>GET comments/{id}/flag.</summary>
    public async Task ShowFlagAsync(BlogRequest request)
    {
        if (await FindAsync(request, BlogRequest.CommentFrom(request.FindRouteValue("id"))).ConfigureAwait(false) is { } comment)
        {
            await (options.Value.Moderation.Flags.Enabled
                ? ShowFlagAsync(request, comment, StatusCodes.Status200OK, null, null, null)
                : messages.NotFoundAsync(request)).ConfigureAwait(false);
        }
    }

    /// <summary>POST comments/{id}/flag.</summary>
    public async Task FlagAsync(BlogRequest request)
    {
        if (await FindAsync(request, BlogRequest.CommentFrom(request.FindRouteValue("id"))).ConfigureAwait(false) is not { } comment
            || await ReadAsync(request, request.Links.FlagComment(comment.Id)).ConfigureAwait(false) is not { } form)
        {
            return;
        }

        var note = Forms.Field(form, "note");
        if (LimitRefusal.Of(request.Http) is { } refusal)
        {
            var chosen = FlagNames.Find(Forms.Field(form, "kind"));
            var why = FormErrors.Of(refusal.Error, request.Text).Message;
            await ShowFlagAsync(request, comment, StatusCodes.Status429TooManyRequests, chosen, note, why).ConfigureAwait(false);
            return;
        }

        if (FlagNames.Find(Forms.Field(form, "kind")) is not { } kind)
        {
            var choose = request.Text["thread.flag.choose"];
            await ShowFlagAsync(request, comment, StatusCodes.Status422UnprocessableEntity, null, note, choose).ConfigureAwait(false);
            return;
        }

        var (known, secret) = Recognise(request, form);
        var result = await flags.FlagAsync(known.Blog.Id, comment.Id, kind, note, known.Actor, known.Aborted).ConfigureAwait(false);
        if (!result.Succeeded)
        {
            await (result.Error.Kind is ErrorKind.Invalid
                ? ShowFlagAsync(
                    known, comment, ErrorStatus.Of(result.Error), kind, note, FormErrors.Of(result.Error, known.Text).Message)
                : messages.FailedAsync(known, result.Error)).ConfigureAwait(false);
            return;
        }

        if (secret is not null)
        {
            Visitors.Remember(request.Http, request.Links, secret);
        }

        // A hidden comment has no place to go back to, and a report is nothing to reload.
        var post = await pages.FindShownAsync(request, comment.PostId).ConfigureAwait(false);
        await messages.ShowAsync(
            request,
            StatusCodes.Status200OK,
            request.Text["thread.flag.thanks"],
            request.Text["thread.flag.taken"],
            post is null ? null : request.Links.Post(post.Slug) + "#comments",
            post?.Title).ConfigureAwait(false);
    }

    private Task ShowFlagAsync(BlogRequest request, Comment comment, int status, FlagKind? kind, string? note, string? error)
    {
        var frame = request.Frame(request.Text.Format("thread.flag.title", comment.By.Name)) with { NoIndex = true };
        return renderer.WriteAsync<Components.FlagView, FlagModel>(
            request.Http, status, new FlagModel(frame, comment.Id, comment.By.Name, comment.Html)
            {
                Kind = kind,
                Note = note,
                Error = error,
                MaximumNoteLength = options.Value.Moderation.Flags.MaximumNoteLength,
                Antiforgery = Forms.TokensFor(request.Http, antiforgery),
            });
    }

    /// <summary>A shown comment under a post that the reader may open; null after the answer was written.</summary>
    private async Task<Comment?> FindAsync(BlogRequest request, CommentId? id)
    {
        if (id is { } wanted
            && await comments.GetAsync(
                request.Blog.Id,
                wanted,
                request.Actor,
                request.Aborted).ConfigureAwait(false) is { Succeeded: true, Value: { Status: CommentStatus.Approved } comment }
            && await pages.FindShownAsync(request, comment.PostId).ConfigureAwait(false) is { } post
            && access.IsOpen(request, post))
        {
            return comment;
        }

        await (IsScript(request.Http)
            ? RefuseAsync(request, StatusCodes.Status404NotFound, request.Text["thread.comment-gone"])
            : messages.NotFoundAsync(request)).ConfigureAwait(false);
        return null;
    }

    /// <summary>The form that was sent; null after the answer was written.</summary>
    private Task<IFormCollection?> ReadAsync(BlogRequest request, string backUrl) =>
        reader.ReadAsync(request, messages, backUrl, static form => Forms.Field(form, "note"));

    /// <summary>Who acts, and the secret to remember when they were nobody until now.</summary>
    private (BlogRequest Request, string? Secret) Recognise(BlogRequest request, IFormCollection form)
    {
        if (request.Actor.Kind is not ActorKind.Anonymous)
        {
            return (request, null);
        }

        var secret = visitors.SecretFor(request.Http, formKey: null, form);
        return (request with { Actor = visitors.GuestOf(request.Http, secret) }, secret);
    }

    private async Task<OwnFeedback> OwnAsync(BlogRequest request, CommentId id) =>
        request.Actor.Key is { } key
        && (await feedback.ReadOwnAsync(request.Blog.Id, [id], key, request.Aborted).ConfigureAwait(false)).TryGetValue(id, out var own)
            ? own
            : OwnFeedback.None;

    private Task FailAsync(BlogRequest request, BlogError error) => IsScript(request.Http)
        ? RefuseAsync(request, ErrorStatus.Of(error, StatusCodes.Status400BadRequest), FormErrors.Of(error, request.Text).Message)
        : messages.FailedAsync(request, error);

    private Task RefuseAsync(BlogRequest request, int status, string text) => IsScript(request.Http)
        ? LimitRefusal.InsteadOf(request.Http, status) is { } refusal
            ? FailAsync(request, refusal.Error)
            : renderer.WriteBareAsync<TextFragment, string>(request.Http, status, text)
        : messages.ShowAsync(request, status, request.Text["thread.not-done"], text);

    /// <summary>What a button says.</summary>
    private sealed record Wish(CommentId Comment, bool IsVote, Vote Vote, string? Reaction)
    {
        public string Deed => (IsVote, IsVote ? Vote is not Vote.None : Reaction is not null) switch
        {
            (true, true) => OwnDeeds.Voted,
            (true, false) => OwnDeeds.VoteTakenBack,
            (false, true) => OwnDeeds.Reacted,
            (false, false) => OwnDeeds.ReactionTakenBack,
        };

        /// <summary>Null when there is not exactly one button, or it says nothing that can be done.</summary>
        public static Wish? Read(IFormCollection form)
        {
            string[] known =
            [
                FeedbackMarkup.Up,
                FeedbackMarkup.Down,
                FeedbackMarkup.ClearVote,
                FeedbackMarkup.React,
                FeedbackMarkup.ClearReaction,
            ];
            var names = known.Where(name => form.ContainsKey(name)).ToArray();
            if (names is not [var name] || form[name] is not [{ } value])
            {
                return null;
            }

            var reaction = name is FeedbackMarkup.React && value.IndexOf(':', StringComparison.Ordinal) is > 0 and var at
                ? value[..at]
                : null;
            if ((name is FeedbackMarkup.React && reaction is null)
                || BlogRequest.CommentFrom(reaction is null ? value : value[(reaction.Length + 1)..]) is not { } id)
            {
                return null;
            }

            return new Wish(
                id,
                name is not (FeedbackMarkup.React or FeedbackMarkup.ClearReaction),
                name switch { FeedbackMarkup.Up => Vote.Up, FeedbackMarkup.Down => Vote.Down, _ => Vote.None },
                reaction);
        }
    }
}
