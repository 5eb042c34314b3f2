namespace BlogKit.AspNetCore.Components;

/// <summary>Replies that the thread's page left out.</summary>
public sealed partial class RepliesView : BlogView<RepliesModel>;
