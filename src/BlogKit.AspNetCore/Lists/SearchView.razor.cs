namespace BlogKit.AspNetCore.Components;

/// <summary>The search page.</summary>
public sealed partial class SearchView : BlogView<SearchModel>;
