using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>A page of the desk that says why there is nothing else.</summary>
public sealed partial class DeskMessageView : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required DeskMessageModel Model { get; set; }
}
