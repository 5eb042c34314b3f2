using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>Who may not comment, and a form to add somebody.</summary>
public sealed partial class BanListView : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required BanListModel Model { get; set; }
}
