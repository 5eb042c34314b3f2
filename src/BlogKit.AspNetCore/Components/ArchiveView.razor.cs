using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>The years and months of a blog, with the number of posts published in each.</summary>
public sealed partial class ArchiveView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required ArchiveModel Model { get; set; }
}
