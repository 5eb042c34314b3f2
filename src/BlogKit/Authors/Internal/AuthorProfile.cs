namespace BlogKit.Internal;

/// <summary>How a profile is rendered. It stands on pages beside texts and profiles of others: its anchors are its own.</summary>
internal static class AuthorProfile
{
    public static Author Render(Author author, IMarkdownRenderer renderer, string? language) => author with
    {
        BioHtml = author.BioMarkdown.Length == 0
            ? ""
            : renderer.RenderPost(
                author.BioMarkdown, new PostRendering { Language = language, AnchorPrefix = $"author-{author.Id}-" }).Html,
        RendererVersion = renderer.Version,
    };
}
