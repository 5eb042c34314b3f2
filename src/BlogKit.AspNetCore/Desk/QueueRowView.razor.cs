using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>One comment of the queue, with the reason why it is there and the actions for it.</summary>
public sealed partial class QueueRowView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required QueueRow Model { get; set; }
}
