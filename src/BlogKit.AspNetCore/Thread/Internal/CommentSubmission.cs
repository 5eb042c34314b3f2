using BlogKit.AspNetCore.Endpoints;
using BlogKit.Moderation;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// A comment that is sent, by whichever door: the form of a page, the form in a frame, the API. All are read here, and here is decided how
/// a refused form is answered.
/// </summary>
internal static class CommentSubmission
{
    /// <summary>What was typed into the fields of a comment form.</summary>
    public static CommentInput ReadInput(IFormCollection form) => new(
        Forms.Field(form, "name"),
        Forms.Field(form, "email"),
        Forms.Field(form, "url"),
        Forms.Field(form, "body"),
        Forms.Field(form, "remember") is { Length: > 0 })
    {
        DisplayName = Forms.Field(form, DisplayNameForm.Field),
    };

    /// <summary>What a program, or a form without its fields of evidence, sends.</summary>
    /// <param name="context">The request.</param>
    /// <param name="post">The post of the address.</param>
    /// <param name="input">What was typed.</param>
    /// <param name="parentId">The comment that is answered, as sent; null or empty for none.</param>
    /// <param name="key">The same for the same comment, however often it is sent; null for none.</param>
    public static NewComment Of(HttpContext context, Post post, CommentInput input, string? parentId, string? key) =>
        new(post.BlogId, post.Id, input.Body ?? "")
        {
            // What cannot be an identity is nobody's, like one that is gone.
            ParentId = string.IsNullOrEmpty(parentId) ? null : BlogRequest.CommentFrom(parentId) ?? default(CommentId),
            Name = input.Name,
            Email = input.Email,
            Url = input.Url,
            DisplayName = input.DisplayName,
            IdempotencyKey = key,
            RemoteAddress = RemoteAddress.Of(context),
            UserAgent = context.Request.Headers.UserAgent.ToString(),
        };

    /// <summary>What a form sends.</summary>
    /// <param name="context">The request.</param>
    /// <param name="post">The post of the address.</param>
    /// <param name="form">The form.</param>
    /// <param name="key">As in <see cref="Of"/>.</param>
    /// <param name="tokens">Reads when the form was shown.</param>
    public static SentComment OfForm(HttpContext context, Post post, IFormCollection form, string? key, IFormTokens tokens)
    {
        var input = ReadInput(form);
        var submission = Of(context, post, input, Forms.Field(form, "parentId"), key) with
        {
            Form = tokens.Read(post.Id, Forms.Field(form, "shown"), Forms.Field(form, FormTrap.Field)),
        };
        return new SentComment(form, input, submission);
    }

    /// <summary>Takes a comment that a form sent, unless it is one too many.</summary>
    public static async Task<Result<SubmittedComment>> SubmitAsync(BlogRequest request, SentComment sent, CommentService comments) =>
        LimitRefusal.Of(request.Http) is { } refusal
            ? refusal.Error
            : await comments.SubmitAsync(sent.Submission, request.Actor, request.Aborted).ConfigureAwait(false);

    /// <summary>
    /// Answers a form that was refused: by what was typed alone, because a refusal must not cost what a thread costs, and without it where
    /// there is nothing to comment on.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="error">Why it was refused.</param>
    /// <param name="messages">Say that there is nothing.</param>
    /// <param name="show">Gives the comment back, with a status.</param>
    public static Task RefuseAsync(BlogRequest request, BlogError error, Messages messages, Func<int, Task> show) =>
        error.Kind is ErrorKind.NotFound ? messages.FailedAsync(request, error) : show(ErrorStatus.Of(error));
}
