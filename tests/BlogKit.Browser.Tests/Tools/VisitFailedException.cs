namespace BlogKit.Browser.Tests;

/// <summary>What went wrong in a visit, with where it was and what the browser said.</summary>
public sealed class VisitFailedException : Exception
{
    public VisitFailedException()
    {
    }

    public VisitFailedException(string message)
        : base(message)
    {
    }

    public VisitFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
