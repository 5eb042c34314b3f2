using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>What is left of a row of the queue once its comment was decided about.</summary>
public sealed partial class DoneRowView : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required DoneRow Model { get; set; }
}
