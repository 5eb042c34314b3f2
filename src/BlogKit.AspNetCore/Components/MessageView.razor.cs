using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>A page that says why there is nothing else.</summary>
public sealed partial class MessageView : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required MessageModel Model { get; set; }
}
