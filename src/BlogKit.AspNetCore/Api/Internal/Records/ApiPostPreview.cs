namespace BlogKit.AspNetCore.Internal;

/// <summary>A post's text as it would be shown.</summary>
internal sealed record ApiPostPreview(string Html, string ExcerptHtml, int WordCount, ImmutableArray<ApiHeading> Headings);
