using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>The queue of comments, to decide about one by one or many at once.</summary>
public sealed partial class QueueView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required QueueModel Model { get; set; }
}
