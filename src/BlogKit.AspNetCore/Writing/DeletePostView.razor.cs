namespace BlogKit.AspNetCore.Components;

/// <summary>Asks whether a post is to be deleted for ever.</summary>
public sealed partial class DeletePostView : BlogView<DeletePostModel>;
