namespace BlogKit.AspNetCore.Internal;

/// <summary>All series.</summary>
internal sealed record ApiSeriesList(ImmutableArray<ApiSeries> Items);
