using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>Asks whether a comment is to be erased for ever.</summary>
public sealed partial class PurgeView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required PurgeModel Model { get; set; }
}
