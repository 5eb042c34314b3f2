using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>The page that other sites show in a frame.</summary>
public sealed partial class EmbedView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required EmbedModel Model { get; set; }
}
