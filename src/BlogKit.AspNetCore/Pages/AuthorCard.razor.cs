using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>An author's profile, as it stands under a post.</summary>
public sealed partial class AuthorCard : ComponentBase
{
    /// <summary>The author.</summary>
    [Parameter]
    [EditorRequired]
    public required ReaderAuthor Author { get; set; }

    /// <summary>The blog's addresses.</summary>
    [Parameter]
    [EditorRequired]
    public required BlogLinks Links { get; set; }

    /// <summary>The texts, in the blog's language. Default English.</summary>
    [Parameter]
    public BlogText Text { get; set; } = BlogText.English;
}
