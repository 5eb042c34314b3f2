using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>The pictures of a blog, and the form that adds one.</summary>
public sealed partial class MediaView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required MediaModel Model { get; set; }
}
