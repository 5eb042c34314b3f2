namespace BlogKit.Html;

/// <summary>Cleaned HTML, which holds only what a post may hold.</summary>
/// <param name="Html">The HTML, in one spelling: the same document gives the same text.</param>
/// <param name="Removed">
/// What was taken out, each once, in alphabetical order: elements as <c>script</c>, attributes as <c>img[onerror]</c>. What says nothing to
/// a reader (<c>span</c>, <c>div</c>, classes, styles, identities, comments) is not named.
/// </param>
public sealed record CleanedHtml(string Html, ImmutableArray<string> Removed);
