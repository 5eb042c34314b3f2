namespace BlogKit;

/// <summary>A request to another site failed, or its answer is over a limit. The message says why, in words for a log.</summary>
public sealed class FetchException : Exception
{
    /// <summary>Creates the exception for a request that failed without a known reason.</summary>
    public FetchException()
        : this("The request failed.")
    {
    }

    /// <summary>Creates the exception for a request that failed.</summary>
    /// <param name="message">Why.</param>
    public FetchException(string message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception for a request that failed because of another fault; it may succeed later.</summary>
    /// <param name="message">Why.</param>
    /// <param name="innerException">The fault; null for none.</param>
    public FetchException(string message, Exception? innerException)
        : this(FetchFailure.Unreachable, message, innerException)
    {
    }

    /// <summary>Creates the exception for a request that failed, with the kind of failure.</summary>
    /// <param name="failure">Whether trying again may help.</param>
    /// <param name="message">Why.</param>
    /// <param name="innerException">The fault; null for none.</param>
    public FetchException(FetchFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    /// <summary>The kind of failure, which says whether trying again may help.</summary>
    public FetchFailure Failure { get; }
}
