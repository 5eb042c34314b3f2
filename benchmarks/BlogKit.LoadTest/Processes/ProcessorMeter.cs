using System.Diagnostics;

namespace BlogKit.LoadTest;

/// <summary>Reads how much processor time a server, this program and the whole machine have used.</summary>
/// <param name="server">The processes of the server.</param>
internal sealed class ProcessorMeter(IReadOnlyList<int> server)
{
    public ProcessorTimes Read() => new(
        server.Aggregate(TimeSpan.Zero, static (sum, id) => sum + Of(id)),
        server.Contains(Environment.ProcessId) ? TimeSpan.Zero : Of(Environment.ProcessId),
        MachineTime.Read());

    private static TimeSpan Of(int id)
    {
        using var process = Process.GetProcessById(id);
        return process.TotalProcessorTime;
    }
}
