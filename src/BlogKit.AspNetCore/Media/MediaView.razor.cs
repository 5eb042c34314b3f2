namespace BlogKit.AspNetCore.Components;

/// <summary>The pictures and files of a blog, and the form that adds one.</summary>
public sealed partial class MediaView : BlogView<MediaModel>;
