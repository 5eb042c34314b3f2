namespace BlogKit.AspNetCore.Components;

/// <summary>The years and months of a blog, with the number of posts published in each.</summary>
public sealed partial class ArchiveView : BlogView<ArchiveModel>;
