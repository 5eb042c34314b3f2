using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>What stands under a post: its discussion and the form, or why there is none. Nothing where comments are hidden.</summary>
public sealed partial class CommentsView : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required PostModel Model { get; set; }
}
