using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>What a post will look like, without a document around it.</summary>
public sealed partial class PostPreview : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required PostPreviewModel Model { get; set; }
}
