namespace BlogKit.AspNetCore.Components;

/// <summary>A list of posts.</summary>
public sealed partial class PostListView : BlogView<PostListModel>;
