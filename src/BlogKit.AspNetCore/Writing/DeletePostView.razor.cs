using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>Asks whether a post is to be deleted for ever.</summary>
public sealed partial class DeletePostView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required DeletePostModel Model { get; set; }
}
