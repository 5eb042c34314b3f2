using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>A page of a discussion: the heading, the numbered comments with their replies, the way to more.</summary>
public sealed partial class ThreadView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required ThreadModel Model { get; set; }
}
