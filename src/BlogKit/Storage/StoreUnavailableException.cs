namespace BlogKit.Storage;

/// <summary>
/// The exception of a store that cannot be used for a reason outside of it: a full disk, a missing right, a file that somebody moved. What
/// was to be written was not acknowledged. The message is for the owner, whom it tells what to do; readers are never shown it. The web
/// answers it with 507 when there is no room and else with 503, every door in its own way.
/// </summary>
public sealed class StoreUnavailableException : IOException
{
    /// <summary>Creates the exception for a store that cannot be used, without a known reason.</summary>
    public StoreUnavailableException()
        : base("The store cannot be used.")
    {
    }

    /// <summary>Creates the exception for a store that cannot be used.</summary>
    /// <param name="message">The message: what is wrong, and what to do.</param>
    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception for a store that cannot be used, with the system's number of the fault.</summary>
    /// <param name="message">The message: what is wrong, and what to do.</param>
    /// <param name="hresult">The system's number of the fault.</param>
    public StoreUnavailableException(string message, int hresult)
        : base(message, hresult)
    {
    }

    /// <summary>Creates the exception for a store that cannot be used because of another fault.</summary>
    /// <param name="message">The message: what is wrong, and what to do.</param>
    /// <param name="innerException">The fault; null for none.</param>
    public StoreUnavailableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether the disk is full: reading goes on, and nothing of what was to be written is there. Default false.</summary>
    public bool IsFull { get; init; }
}
