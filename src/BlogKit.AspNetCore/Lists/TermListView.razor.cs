namespace BlogKit.AspNetCore.Components;

/// <summary>All tags, or the tree of categories.</summary>
public sealed partial class TermListView : BlogView<TermListModel>;
