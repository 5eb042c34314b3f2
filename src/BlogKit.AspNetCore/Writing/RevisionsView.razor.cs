using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>The earlier contents of a post, and the difference between two of them.</summary>
public sealed partial class RevisionsView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required RevisionsModel Model { get; set; }
}
