using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>Replies that the thread's page left out.</summary>
public sealed partial class RepliesView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required RepliesModel Model { get; set; }
}
