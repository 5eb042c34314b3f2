namespace BlogKit.LoadTest;

/// <summary>Measurements that are compared with each other: they are repeated in turn, and give one table.</summary>
internal interface ISection : IAsyncDisposable
{
    /// <summary>The name that <c>--only</c> takes.</summary>
    string Name { get; }

    /// <summary>Starts what only this section needs and gathers what it sends. Called once, before the first round.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Measures each row once.</summary>
    Task MeasureAsync(CancellationToken cancellationToken);

    /// <summary>Forgets what was measured so far: the first round is there to warm up.</summary>
    void Forget();

    /// <summary>Writes the heading and the table of all rounds so far.</summary>
    void Write(TextWriter output);
}
