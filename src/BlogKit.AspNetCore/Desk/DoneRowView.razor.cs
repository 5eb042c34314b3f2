namespace BlogKit.AspNetCore.Components;

/// <summary>The row of the queue after an action on its comment.</summary>
public sealed partial class DoneRowView : BlogView<DoneRow>;
