namespace BlogKit.OpenWeb.Internal;

/// <summary>What a page that links here says of itself.</summary>
/// <param name="AuthorName">Who wrote it; null when it does not say.</param>
/// <param name="Text">What it says, plain text; null when it does not say.</param>
internal sealed record MentionText(string? AuthorName, string? Text);
