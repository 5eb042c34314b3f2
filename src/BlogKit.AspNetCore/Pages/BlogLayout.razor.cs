using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>The document around every page.</summary>
public sealed partial class BlogLayout : ComponentBase
{
    /// <summary>The page and what its document says of it.</summary>
    [Parameter]
    [EditorRequired]
    public required PageFrame Frame { get; set; }

    /// <summary>The page's content.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
