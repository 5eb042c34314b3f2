namespace BlogKit.AspNetCore.Components;

/// <summary>The earlier contents of a post, and the difference between two of them.</summary>
public sealed partial class RevisionsView : BlogView<RevisionsModel>;
