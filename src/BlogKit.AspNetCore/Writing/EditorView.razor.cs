namespace BlogKit.AspNetCore.Components;

/// <summary>The editor.</summary>
public sealed partial class EditorView : BlogView<EditorModel>;
