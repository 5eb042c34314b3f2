using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>
/// The layout of every page of the desk: the name of the blog, the parts the viewer may open, the number of waiting comments.
/// </summary>
public sealed partial class DeskLayout : ComponentBase
{
    /// <summary>The page around the content.</summary>
    [Parameter]
    [EditorRequired]
    public required DeskFrame Frame { get; set; }

    /// <summary>The content.</summary>
    [Parameter]
    [EditorRequired]
    public required RenderFragment ChildContent { get; set; }
}
