namespace BlogKit.Internal;

/// <summary>The rules for a name that somebody chooses to be shown by.</summary>
internal static class ChosenName
{
    private const string Field = nameof(NewComment.DisplayName);

    public static BlogError IsAuthors { get; } = BlogError.Of(
        ErrorKind.Invalid, ErrorCodes.NameIsAuthors, "{field} belongs to an author of this blog. Choose another.", Field);

    /// <summary>The name without white space around it; what is wrong with it is told to the errors.</summary>
    public static string Read(string? name, CommentOptions options, InputErrors errors)
    {
        errors.Name(name, options.MaximumNameLength, Field);
        if (name is not null && ShownName.IsAddress(name))
        {
            errors.Add(
                ErrorCodes.NameIsAddress,
                Field,
                "{field} is an e-mail address or a part of one, which is never shown. Choose a name without an at sign.");
        }

        return name?.Trim() ?? "";
    }
}
