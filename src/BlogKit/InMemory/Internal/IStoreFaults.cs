namespace BlogKit;

/// <summary>Lets a test see, and fail, every step of the in-memory store.</summary>
internal interface IStoreFaults
{
    /// <summary>Called when an operation begins.</summary>
    void BeforeOperation();

    /// <summary>Called before every change inside an operation, and before all of them take effect at once.</summary>
    void BeforeWrite();
}
