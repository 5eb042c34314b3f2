namespace BlogKit.AspNetCore.Internal;

/// <summary>Says in the words and fields of a form, and in the blog's language, what is wrong with what was typed.</summary>
internal static class FormErrors
{
    public static ImmutableArray<CommentFormError> Of(ImmutableArray<BlogError> errors, BlogText text) =>
        [.. errors.Select(error => Of(error, text))];

    public static CommentFormError Of(BlogError error, BlogText text)
    {
        var (field, label) = error.Field switch
        {
            nameof(NewComment.Name) => ("name", "thread.name"),
            nameof(NewComment.Email) => ("email", "thread.email"),
            nameof(NewComment.Url) => ("url", "thread.website"),
            nameof(NewComment.DisplayName) => (DisplayNameForm.Field, "thread.display-name"),
            nameof(NewComment.Markdown) => ("body", "thread.comment"),
            "Note" => ("note", "thread.flag.note"),
            "Kind" => ("kind", "thread.flag.reason"),
            "Text" => ("text", "thread.appeal.text"),
            _ => (null, ""),
        };
        return new CommentFormError(field, Sentence(error, field is null ? "" : text[label], text));
    }

    /// <summary>The error in a sentence.</summary>
    /// <param name="error">The error.</param>
    /// <param name="label">What the field is called on the page; empty when it is not on it.</param>
    /// <param name="text">The page's texts.</param>
    public static string Sentence(BlogError error, string label, BlogText text)
    {
        var key = (error.Code, error.Field) switch
        {
            // Who is signed in already is not told to sign in.
            (ErrorCodes.NameIsAuthors, nameof(NewComment.DisplayName)) => "thread.display-name.is-authors",

            // As the page says it where it shows no form.
            (ErrorCodes.CommentsClosed, _) when error.Arguments.TryGetValue("reason", out var reason) => $"thread.closed.{reason}",
            (ErrorCodes.SignInRequired, _) => "thread.sign-in-first",

            // Its label is no noun: "In your words is required" is no sentence.
            (ErrorCodes.Required, "Note") => "thread.flag.note-needed",
            _ => "thread.error." + error.Code,
        };
        var known = text[key];
        if (!string.Equals(known, key, StringComparison.Ordinal))
        {
            return (error with { Field = label }).Format(known, text.Language);
        }

        // Readers know the field by its label.
        return InLanguage(label.Length == 0 ? error : error with { Field = label }, text);
    }

    /// <summary>
    /// The error as it is said in the language of the page. The domain speaks English, and so does a page whose language has no words of
    /// its own for it.
    /// </summary>
    public static string InLanguage(BlogError error, BlogText text) =>
        text.FindOwn("error." + error.Code) is { } own ? error.Format(own, text.Language) : error.Message;
}
