using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>The form by which a reader reports a comment.</summary>
public sealed partial class FlagView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required FlagModel Model { get; set; }
}
