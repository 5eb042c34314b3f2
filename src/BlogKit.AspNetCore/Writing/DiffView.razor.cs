using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>The difference of two texts, line by line.</summary>
public sealed partial class DiffView : ComponentBase
{
    /// <summary>The difference.</summary>
    [Parameter]
    [EditorRequired]
    public required TextDiff Diff { get; set; }

    /// <summary>The texts, in the blog's language.</summary>
    [Parameter]
    [EditorRequired]
    public required BlogText Text { get; set; }

    /// <summary>The name of the compared texts, for those who do not see them.</summary>
    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }
}
