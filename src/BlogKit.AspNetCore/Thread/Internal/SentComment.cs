using BlogKit.Moderation;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A comment that a form sent.</summary>
/// <param name="Form">The form.</param>
/// <param name="Input">What was typed into its fields.</param>
/// <param name="Submission">The comment as it is submitted.</param>
internal sealed record SentComment(IFormCollection Form, CommentInput Input, NewComment Submission)
{
    /// <summary>The page that gives the form back, with all that was typed and what is wrong with it.</summary>
    public PostPageQuery GiveBack(ImmutableArray<BlogError> errors, BlogText text) => new()
    {
        ReplyTo = Submission.ParentId,
        Input = Input,
        Errors = FormErrors.Of(errors, text),
        RefusedText = Input.Body,
        WhyNoForm = errors[0].Code is ErrorCodes.CommentsClosed
            ? FormErrors.Of(errors[0], text).Message
            : null,
        // Whoever mends a form has spent the time on it already.
        ShownToken = Submission.Form is { Token: FormTokenState.Valid } ? Forms.Field(Form, "shown") : null,
        ReturnTo = ReturnPath.Read(Forms.Field(Form, "returnTo")),
    };
}
