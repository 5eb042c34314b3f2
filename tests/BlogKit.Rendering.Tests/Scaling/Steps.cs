namespace BlogKit.Rendering.Tests.Scaling;

/// <summary>Counts what instrumented code does; written into it by <see cref="SteppedAssemblies"/>, so it has to be public.</summary>
public static class Steps
{
    /// <summary>Methods entered and loops gone round, and scans of the framework in units of what it compares at once.</summary>
#pragma warning disable CA2211, MA0069 // Instrumented code adds to the field itself.
    public static long Count;
#pragma warning restore CA2211, MA0069
}
