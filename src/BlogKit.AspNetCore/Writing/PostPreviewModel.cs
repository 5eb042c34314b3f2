namespace BlogKit.AspNetCore;

/// <summary>A preview of a post, and of what a search engine may show of it.</summary>
/// <param name="Text">The texts, in the blog's language.</param>
/// <param name="Title">The title.</param>
/// <param name="Rendered">The text as it will be published.</param>
public sealed record PostPreviewModel(BlogText Text, string Title, RenderedPost Rendered)
{
    /// <summary>The path the post will have, against which relative addresses in its text are read. Default <c>/</c>.</summary>
    public string Path { get; init; } = "/";

    /// <summary>The picture that represents it; null for none.</summary>
    public FeaturedImage? Image { get; init; }

    /// <summary>The title a search engine gets.</summary>
    public string SearchTitle { get; init; } = "";

    /// <summary>The address a search engine gets.</summary>
    public string SearchUrl { get; init; } = "";

    /// <summary>The description a search engine gets.</summary>
    public string SearchDescription { get; init; } = "";

    /// <summary>Whether search engines are asked to leave it out.</summary>
    public bool NoIndex { get; init; }
}
