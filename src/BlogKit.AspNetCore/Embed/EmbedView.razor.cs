namespace BlogKit.AspNetCore.Components;

/// <summary>The page that other sites show in a frame.</summary>
public sealed partial class EmbedView : BlogView<EmbedModel>;
