using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>Tells an author the link they asked for.</summary>
public sealed partial class PreviewLinkView : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required PreviewLinkModel Model { get; set; }
}
