using BlogKit.AspNetCore.Endpoints;

namespace BlogKit.OpenWeb.Internal;

/// <summary>What of the open web one mapping of a blog has.</summary>
/// <param name="Mount">The mapping.</param>
/// <param name="Webmention">Whether mentions are taken.</param>
/// <param name="Micropub">Whether Micropub is mapped.</param>
/// <param name="MetaWeblog">Whether MetaWeblog is mapped.</param>
internal sealed record MappedEndpoints(BlogMount Mount, bool Webmention, bool Micropub, bool MetaWeblog);
