namespace BlogKit.AspNetCore.Components;

/// <summary>Lets the writer of a comment change it or take it back.</summary>
public sealed partial class EditCommentView : BlogView<EditCommentModel>;
