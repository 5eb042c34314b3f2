using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>Lets the writer of a comment change it or take it back.</summary>
public sealed partial class EditCommentView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required EditCommentModel Model { get; set; }
}
