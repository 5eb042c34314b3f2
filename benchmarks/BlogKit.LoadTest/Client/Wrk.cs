using System.Diagnostics;
using System.Globalization;

namespace BlogKit.LoadTest;

/// <summary>The second opinion of a load generator that is not ours.</summary>
internal static class Wrk
{
    public static async Task RunAsync(IEnumerable<Uri> addresses, LoadSettings settings)
    {
        foreach (var address in addresses)
        {
            Console.WriteLine($"\nwrk {address}");
            var start = new ProcessStartInfo("wrk") { UseShellExecute = false, RedirectStandardOutput = true };
            foreach (var argument in (string[])[
                "-t1",
                $"-c{Text(settings.Connections)}",
                $"-d{Text(settings.Seconds)}s",
                "--latency",
                address.AbsoluteUri,
            ])
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start) ?? throw new InvalidOperationException("wrk did not start.");
            Console.WriteLine(await process.StandardOutput.ReadToEndAsync());
            await process.WaitForExitAsync();
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
