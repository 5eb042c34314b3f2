using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>What is around every page of the desk: the name of the blog, the parts the viewer may open, the count of what waits.</summary>
public sealed partial class DeskLayout : ComponentBase
{
    /// <summary>What is around the content.</summary>
    [Parameter]
    [EditorRequired]
    public required DeskFrame Frame { get; set; }

    /// <summary>The content.</summary>
    [Parameter]
    [EditorRequired]
    public required RenderFragment ChildContent { get; set; }
}
