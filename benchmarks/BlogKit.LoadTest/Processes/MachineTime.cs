using System.Globalization;

namespace BlogKit.LoadTest;

/// <summary>The processor time that all processes of this machine used, and what the machines beside it took from it.</summary>
internal static class MachineTime
{
    // The unit of /proc/stat on every Linux that .NET runs on.
    private const long TicksPerUnit = TimeSpan.TicksPerSecond / 100;

    /// <summary>Reads it; null on other systems than Linux.</summary>
    /// <remarks>
    /// Without interrupts (columns 6 and 7): over loopback they are the measured traffic itself. Guests are part of user time already.
    /// </remarks>
    public static TimeSpan? Read()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var columns = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int[] busy = [1, 2, 3, 8]; // user, nice, system, stolen
        return new TimeSpan(busy.Sum(i => long.Parse(columns[i], CultureInfo.InvariantCulture)) * TicksPerUnit);
    }
}
