namespace BlogKit.AspNetCore.Internal;

/// <summary>A request to another site failed.</summary>
internal sealed class FetchException(FetchFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public FetchFailure Failure { get; } = failure;
}
