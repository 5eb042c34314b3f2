namespace BlogKit.AspNetCore.Components;

/// <summary>Asks whether a comment is to be erased for ever.</summary>
public sealed partial class PurgeView : BlogView<PurgeModel>;
