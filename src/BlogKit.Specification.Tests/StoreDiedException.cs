namespace BlogKit.Specification;

/// <summary>The exception of a store once <see cref="StoreHarness.DieBeforeWrite"/> has taken effect.</summary>
public sealed class StoreDiedException : Exception
{
    /// <summary>Creates the exception with its standard message.</summary>
    public StoreDiedException()
        : base("The store died here because a test asked for it.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public StoreDiedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public StoreDiedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
