namespace BlogKit.AspNetCore.Components;

/// <summary>The form by which a reader reports a comment.</summary>
public sealed partial class FlagView : BlogView<FlagModel>;
