namespace BlogKit.AspNetCore.Components;

/// <summary>The page that gives back a comment that is one too many, to be sent again later.</summary>
public sealed partial class RefusedCommentView : BlogView<RefusedCommentModel>;
