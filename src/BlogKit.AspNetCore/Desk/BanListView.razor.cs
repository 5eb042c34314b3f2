using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>The list of bans, with a form to add one.</summary>
public sealed partial class BanListView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required BanListModel Model { get; set; }
}
