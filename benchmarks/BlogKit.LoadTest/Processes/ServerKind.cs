namespace BlogKit.LoadTest;

/// <summary>What a server serves.</summary>
internal enum ServerKind
{
    /// <summary>The bytes of a file from memory, by one endpoint of a Kestrel that has nothing else.</summary>
    Bare,

    /// <summary>A blog without limits, and a folder of static files.</summary>
    Blog,

    /// <summary>A blog with the usual rules and their flood limits, but without the limits of requests, which would refuse first.</summary>
    FloodLimited,

    /// <summary>A blog with the limits that the sample has.</summary>
    Usual,
}
