namespace BlogKit.Internal;

/// <summary>Renders posts in whatever format they are written.</summary>
internal sealed class PostRenderers(IMarkdownRenderer markdown, IHtmlPostRenderer? html)
{
    /// <summary>What converts and cleans HTML; null where the application has none.</summary>
    public IHtmlPostRenderer? Html => html;

    /// <summary>The version of the renderer of a format; null where there is none, and what is stored stays as it is.</summary>
    public int? FindVersion(PostFormat format) => format switch
    {
        PostFormat.Markdown => markdown.Version,
        PostFormat.Html => html?.Version,
        _ => null,
    };

    /// <summary>Renders a text that is to be saved or previewed.</summary>
    public Result<RenderedPost> Render(PostFormat format, string text, PostRendering rendering) => format switch
    {
        PostFormat.Markdown => markdown.RenderPost(text, rendering),
        PostFormat.Html when html is not null => html.RenderPost(text, rendering),
        _ => NotTaken,
    };

    /// <summary>
    /// Renders a stored text again; null where it is to stay as it is. HTML that is over a bound by now is shown as text: its rendering of
    /// before may hold what is no longer let through.
    /// </summary>
    public RenderedPost? RenderAgain(PostFormat format, string text, PostRendering rendering)
    {
        if (FindVersion(format) is null)
        {
            return null;
        }

        var rendered = Render(format, text, rendering);
        return rendered.Succeeded ? rendered.Value : markdown.RenderPost(text, rendering with { AllowRawHtml = false });
    }

    /// <summary>The refusal of a format that nothing here reads.</summary>
    public static BlogError NotTaken => BlogError.Of(
        ErrorKind.Invalid,
        ErrorCodes.FormatNotSupported,
        "{field} is one that this application does not read: posts in HTML need AddHtml of BlogKit.Html.",
        nameof(Post.Format));
}
