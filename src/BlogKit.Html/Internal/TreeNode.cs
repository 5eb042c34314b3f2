namespace BlogKit.Html.Internal;

/// <summary>A piece of a document that is being cleaned or written.</summary>
internal abstract class TreeNode;
