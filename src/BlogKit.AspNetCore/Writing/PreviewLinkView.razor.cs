namespace BlogKit.AspNetCore.Components;

/// <summary>Shows an author the link they asked for.</summary>
public sealed partial class PreviewLinkView : BlogView<PreviewLinkModel>;
