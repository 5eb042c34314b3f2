namespace BlogKit.AspNetCore.Components;

/// <summary>The page that gives back a comment that was not taken, to be mended or sent again later.</summary>
public sealed partial class RefusedCommentView : BlogView<RefusedCommentModel>;
