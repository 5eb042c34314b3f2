using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>The years and months of a blog, with what was published in each.</summary>
public sealed partial class ArchiveView : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required ArchiveModel Model { get; set; }
}
