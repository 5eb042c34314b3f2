namespace BlogKit.Html;

/// <summary>The Markdown that was made of HTML.</summary>
/// <param name="Markdown">The Markdown; where raw HTML may be used, what has no equal in it stands there as HTML.</param>
/// <param name="IsEqual">
/// Whether rendering it gives the document that was converted, in which links to parts of it lead there: the cleaned one, or where raw HTML
/// may be used the one that was given.
/// </param>
/// <param name="Lost">
/// What the rendering does not have, each once, in alphabetical order, as in <see cref="CleanedHtml.Removed"/>. Text is never lost.
/// </param>
/// <param name="Removed">
/// What cleaning took out before, as <see cref="CleanedHtml.Removed"/>; empty where raw HTML may be used: nothing is cleaned then.
/// </param>
public sealed record ConvertedHtml(string Markdown, bool IsEqual, ImmutableArray<string> Lost, ImmutableArray<string> Removed);
