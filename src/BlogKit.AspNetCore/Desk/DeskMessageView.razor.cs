using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>A page of the desk that tells why there is no other content.</summary>
public sealed partial class DeskMessageView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required DeskMessageModel Model { get; set; }
}
