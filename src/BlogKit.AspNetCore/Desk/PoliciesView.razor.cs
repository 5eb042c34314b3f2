using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>The policies that decide, the presets, and what another preset would change.</summary>
public sealed partial class PoliciesView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required PoliciesModel Model { get; set; }
}
