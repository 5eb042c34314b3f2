using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>
/// The one form that all buttons of a thread belong to, with the texts of which a script makes menus. Shows nothing itself; once per page.
/// </summary>
public sealed partial class FeedbackForm : ComponentBase
{
    /// <summary>The thread.</summary>
    [Parameter]
    [EditorRequired]
    public required ThreadModel Model { get; set; }
}
