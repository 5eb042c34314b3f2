using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>The newest posts as a short list, for a page of the application.</summary>
public sealed partial class RecentPostsView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required RecentPostsModel Model { get; set; }
}
