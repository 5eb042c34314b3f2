using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>One comment of the queue, with why it is there and what can be done with it.</summary>
public sealed partial class QueueRowView : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required QueueRow Model { get; set; }
}
