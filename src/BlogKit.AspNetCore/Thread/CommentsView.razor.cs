using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>
/// The comments of a post: its discussion and the form, or the reason why there is none. Shows nothing where comments are
/// hidden.
/// </summary>
public sealed partial class CommentsView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required PostModel Model { get; set; }
}
