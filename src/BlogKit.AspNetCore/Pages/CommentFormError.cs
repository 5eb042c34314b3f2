namespace BlogKit.AspNetCore;

/// <summary>An error of a comment that was sent.</summary>
/// <param name="Field">
/// The form's field: <c>name</c>, <c>email</c>, <c>url</c>, <c>displayName</c> or <c>body</c>; null when it is none of them.
/// </param>
/// <param name="Message">A sentence for people.</param>
public sealed record CommentFormError(string? Field, string Message);
