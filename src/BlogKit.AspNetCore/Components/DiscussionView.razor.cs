using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>What stands under a post: its thread, and the form or why there is none.</summary>
public sealed partial class DiscussionView : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required PostModel Model { get; set; }
}
