using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>The log of actions on comments: what was done, by whom and why.</summary>
public sealed partial class LogView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required LogModel Model { get; set; }
}
