namespace BlogKit.AspNetCore.Internal;

/// <summary>Problem details (RFC 9457) with the code of the error, and what is wrong with which field.</summary>
internal sealed record ApiProblem
{
    public string Type { get; init; } = "about:blank";

    public required string Title { get; init; }

    public required int Status { get; init; }

    public required string Detail { get; init; }

    public required string Code { get; init; }

    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>All that is wrong, of which <see cref="Code"/> and <see cref="Detail"/> are the first.</summary>
    public required ImmutableArray<ApiFailure> Failures { get; init; }
}
