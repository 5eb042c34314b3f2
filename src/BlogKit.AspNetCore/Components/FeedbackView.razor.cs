using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>The actions of a reader on one comment: vote, react, report. Works without a script.</summary>
public sealed partial class FeedbackView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required FeedbackModel Model { get; set; }
}
