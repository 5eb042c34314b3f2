namespace BlogKit.AspNetCore.Components;

/// <summary>The list of posts at the desk.</summary>
public sealed partial class PostDeskView : BlogView<PostDeskModel>;
