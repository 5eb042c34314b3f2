using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>All tags, or the tree of categories.</summary>
public sealed partial class TermListView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required TermListModel Model { get; set; }
}
