namespace BlogKit;

/// <summary>How far a request to another site may go.</summary>
public sealed record FetchBounds
{
    /// <summary>How long it may take, redirects and body included. Default 10 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How much of a body is taken, after decompression; a longer one is refused. Default 1 MiB.</summary>
    public int MaximumBytes { get; init; } = 1024 * 1024;

    /// <summary>Redirects that are followed, each checked like the first address. Default 5.</summary>
    public int MaximumRedirects { get; init; } = 5;

    /// <summary>What the other site is told of the asking program, as the header <c>User-Agent</c> has it. Default <c>BlogKit</c>.</summary>
    public string UserAgent { get; init; } = "BlogKit";
}
