namespace BlogKit.LoadTest;

/// <summary>Processor time that was used, up to a moment or between two.</summary>
/// <param name="Server">By the server.</param>
/// <param name="Client">By this program.</param>
/// <param name="Machine">By all processes; null where the system does not tell.</param>
internal readonly record struct ProcessorTimes(TimeSpan Server, TimeSpan Client, TimeSpan? Machine)
{
    public static ProcessorTimes operator -(ProcessorTimes later, ProcessorTimes earlier) =>
        new(later.Server - earlier.Server, later.Client - earlier.Client, later.Machine - earlier.Machine);

    /// <summary>The part of all cores' time that neither the server nor this program used; null where the system does not tell.</summary>
    /// <param name="elapsed">The time that passed meanwhile.</param>
    public double? Others(TimeSpan elapsed) =>
        Machine is { } machine ? Math.Max(0, (machine - Server - Client) / (elapsed * Environment.ProcessorCount)) : null;
}
