using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>Shows an author the link they asked for.</summary>
public sealed partial class PreviewLinkView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required PreviewLinkModel Model { get; set; }
}
