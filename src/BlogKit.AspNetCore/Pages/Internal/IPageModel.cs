namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// What a view inside <see cref="Components.PageLayout"/> shows: whatever the layout needs is put into its frame before anything is
/// rendered.
/// </summary>
/// <typeparam name="TSelf">The model itself.</typeparam>
internal interface IPageModel<TSelf>
    where TSelf : IPageModel<TSelf>
{
    PageFrame Frame { get; }

    /// <summary>The same with the pages that the header links to.</summary>
    TSelf With(ImmutableArray<PostLink> pages);
}
