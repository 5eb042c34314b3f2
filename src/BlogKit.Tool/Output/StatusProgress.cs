namespace BlogKit.CommandLine;

/// <summary>Reports at once and in order, on the thread that works.</summary>
internal sealed class StatusProgress<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
