using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>Says that a comment changed meanwhile, and lets decide again.</summary>
public sealed partial class ConflictView : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required ConflictModel Model { get; set; }
}
