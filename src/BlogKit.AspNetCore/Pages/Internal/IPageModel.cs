namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// What a view inside <see cref="Components.PageLayout"/> shows: whatever the layout needs is put into its frame before anything is
/// rendered.
/// </summary>
internal interface IPageModel
{
    PageFrame Frame { get; }

    /// <summary>The same with the pages that the header links to.</summary>
    IPageModel With(ImmutableArray<PostLink> pages);
}
