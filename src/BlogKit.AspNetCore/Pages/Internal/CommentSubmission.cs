using BlogKit.AspNetCore.Endpoints;
using BlogKit.Moderation;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// A comment that is sent, by whichever door: the form of a page, the form in a frame, the API. All are read here, and refused forms are
/// given back here.
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
    public static NewComment OfForm(
        HttpContext context, Post post, IFormCollection form, CommentInput input, string? key, IFormTokens tokens) =>
        Of(context, post, input, Forms.Field(form, "parentId"), key) with
        {
            Form = tokens.Read(post.Id, Forms.Field(form, "shown"), Forms.Field(form, FormTrap.Field)),
        };

    /// <summary>The page that gives a refused form back, with all that was typed and what is wrong with it.</summary>
    public static PostPageQuery GiveBack(
        NewComment submission, IFormCollection form, CommentInput input, ImmutableArray<BlogError> errors, BlogText text) => new()
        {
            ReplyTo = submission.ParentId,
            Input = input,
            Errors = FormErrors.Of(errors, text),
            RefusedText = input.Body,
            // Whoever mends a form has spent the time on it already.
            ShownToken = submission.Form is { Token: FormTokenState.Valid } ? Forms.Field(form, "shown") : null,
            ReturnTo = ReturnPath.Read(Forms.Field(form, "returnTo")),
        };
}
