using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>A page that tells why there is no other content.</summary>
public sealed partial class MessageView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required MessageModel Model { get; set; }
}
