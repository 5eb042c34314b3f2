namespace BlogKit.AspNetCore.Internal;

/// <summary>A series of posts.</summary>
internal sealed record ApiSeries(SeriesId Id, string Slug, string Name, string Description, string Url);
