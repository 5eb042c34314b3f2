using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore;

/// <summary>The years and months in which something was published.</summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="Months">The months in the zone of <see cref="Blog.TimeZone"/>, latest first; none is without a post.</param>
public sealed record ArchiveModel(PageFrame Frame, ImmutableArray<MonthCount> Months) : IPageModel<ArchiveModel>
{
    ArchiveModel IPageModel<ArchiveModel>.With(ImmutableArray<PostLink> pages) => this with { Frame = Frame with { Pages = pages } };
}
