using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>The list of posts at the desk.</summary>
public sealed partial class PostDeskView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required PostDeskModel Model { get; set; }
}
