namespace BlogKit.AspNetCore;

/// <summary>The content of the comment form, as typed. Nothing in it is trusted.</summary>
/// <param name="Name">The name.</param>
/// <param name="Email">The e-mail address; shown to whoever typed it only.</param>
/// <param name="Url">The site.</param>
/// <param name="Body">The text.</param>
/// <param name="Remember">Whether name, e-mail address and site are to be remembered in this browser.</param>
public sealed record CommentInput(string? Name, string? Email, string? Url, string? Body, bool Remember)
{
    /// <summary>The name that a signed-in user without a name to show chooses; null for everybody else.</summary>
    public string? DisplayName { get; init; }

    /// <summary>An empty form.</summary>
    public static CommentInput Empty { get; } = new(null, null, null, null, Remember: false);
}
