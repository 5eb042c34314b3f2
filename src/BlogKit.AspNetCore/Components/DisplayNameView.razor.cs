using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>Lets a signed-in user change the name they chose to be shown by.</summary>
public sealed partial class DisplayNameView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required DisplayNameModel Model { get; set; }
}
