namespace BlogKit.AspNetCore.Internal;

/// <summary>The table of the API.</summary>
internal static class ApiOperations
{
    /// <summary>What an application gets: without the policies that guard it, the desk's part is left out.</summary>
    public static IReadOnlyList<ApiOperation> For(bool withDesk) =>
    [
        .. BlogApi.Operations,
        .. PostsApi.Operations,
        .. ThreadApi.Operations,
        .. CommentsApi.Operations,
        .. NamesApi.Operations,
        .. withDesk
            ? [.. DeskPostsApi.Operations, .. DeskCommentsApi.Operations, .. DeskLogApi.Operations, .. BacktestApi.Operations]
            : Array.Empty<ApiOperation>(),
    ];
}
