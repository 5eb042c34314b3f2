using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>The contents a post had, and the difference between two of them.</summary>
public sealed partial class RevisionsView : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required RevisionsModel Model { get; set; }
}
