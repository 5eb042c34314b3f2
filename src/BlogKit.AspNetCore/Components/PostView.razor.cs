using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>A post or page with its comments and footer blocks.</summary>
public sealed partial class PostView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required PostModel Model { get; set; }
}
