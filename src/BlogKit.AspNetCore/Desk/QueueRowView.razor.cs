namespace BlogKit.AspNetCore.Components;

/// <summary>One comment of the queue, with the reason why it is there and the actions for it.</summary>
public sealed partial class QueueRowView : BlogView<QueueRow>;
