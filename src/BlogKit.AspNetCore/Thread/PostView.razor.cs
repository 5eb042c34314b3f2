namespace BlogKit.AspNetCore.Components;

/// <summary>A post or page with its comments and footer blocks.</summary>
public sealed partial class PostView : BlogView<PostModel>;
