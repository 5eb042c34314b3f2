namespace BlogKit.AspNetCore.Components;

/// <summary>The queue of comments, to decide about one by one or many at once.</summary>
public sealed partial class QueueView : BlogView<QueueModel>;
