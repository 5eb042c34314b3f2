namespace BlogKit.LoadTest;

/// <summary>What a server serves.</summary>
internal enum ServerKind
{
    /// <summary>The bytes of a file from memory, by one endpoint of a Kestrel that has nothing else.</summary>
    Bare,

    /// <summary>A blog without limits, and a folder of static files.</summary>
    Blog,

    /// <summary>A blog without limits that keeps neither pages nor the markup of comments.</summary>
    Unkept,

    /// <summary>A blog without limits whose kept pages may be a second late when somebody writes under them.</summary>
    Delayed,

    /// <summary>A blog with the usual rules and their flood limits, but without the limits of requests, which would refuse first.</summary>
    FloodLimited,

    /// <summary>A blog with the limits that the sample has.</summary>
    Usual,
}
