using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>Tells that a comment changed meanwhile, and lets decide again.</summary>
public sealed partial class ConflictView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required ConflictModel Model { get; set; }
}
