namespace BlogKit.AspNetCore.Components;

/// <summary>The actions of a reader on one comment: vote, react, report. Works without a script.</summary>
public sealed partial class FeedbackView : BlogView<FeedbackModel>;
