using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>The row of the queue after an action on its comment.</summary>
public sealed partial class DoneRowView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required DoneRow Model { get; set; }
}
