using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>A preview of a post, without a document around it.</summary>
public sealed partial class PostPreview : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required PostPreviewModel Model { get; set; }
}
