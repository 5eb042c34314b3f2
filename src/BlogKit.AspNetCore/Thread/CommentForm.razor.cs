using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>The comment form.</summary>
public sealed partial class CommentForm : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required CommentFormModel Model { get; set; }
}
