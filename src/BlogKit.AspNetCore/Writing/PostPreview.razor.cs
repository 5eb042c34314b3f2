namespace BlogKit.AspNetCore.Components;

/// <summary>A preview of a post, without a document around it.</summary>
public sealed partial class PostPreview : BlogView<PostPreviewModel>;
