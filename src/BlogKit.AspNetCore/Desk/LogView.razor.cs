using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>What was done with comments, by whom and why.</summary>
public sealed partial class LogView : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required LogModel Model { get; set; }
}
