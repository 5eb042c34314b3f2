using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>What a reader can do with one comment: vote, react, report. Works without a script.</summary>
public sealed partial class FeedbackView : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required FeedbackModel Model { get; set; }
}
