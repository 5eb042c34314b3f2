namespace BlogKit.AspNetCore.Components;

/// <summary>Tells that a comment changed meanwhile, and lets decide again.</summary>
public sealed partial class ConflictView : BlogView<ConflictModel>;
