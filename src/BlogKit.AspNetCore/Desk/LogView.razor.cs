namespace BlogKit.AspNetCore.Components;

/// <summary>The log of actions on comments: what was done, by whom and why.</summary>
public sealed partial class LogView : BlogView<LogModel>;
