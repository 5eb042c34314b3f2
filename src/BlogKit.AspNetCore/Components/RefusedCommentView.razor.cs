using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>The page that gives back a comment that is one too many, to be sent again later.</summary>
public sealed partial class RefusedCommentView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required RefusedCommentModel Model { get; set; }
}
