namespace BlogKit;

/// <summary>A request to another site failed, or what came back is over a bound. The message says why, in words for a log.</summary>
public sealed class FetchException : Exception
{
    /// <summary>A request that failed, for no reason that is known.</summary>
    public FetchException()
        : this("The request failed.")
    {
    }

    /// <summary>A request that failed.</summary>
    /// <param name="message">Why.</param>
    public FetchException(string message)
        : this(message, null)
    {
    }

    /// <summary>A request that failed because of another fault; it may succeed later.</summary>
    /// <param name="message">Why.</param>
    /// <param name="innerException">The fault; null for none.</param>
    public FetchException(string message, Exception? innerException)
        : this(FetchFailure.Unreachable, message, innerException)
    {
    }

    /// <summary>A request that failed.</summary>
    /// <param name="failure">Whether trying again may help.</param>
    /// <param name="message">Why.</param>
    /// <param name="innerException">The fault; null for none.</param>
    public FetchException(FetchFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    /// <summary>Whether trying again may help.</summary>
    public FetchFailure Failure { get; }
}
