using System.Diagnostics.Metrics;

namespace BlogKit.Testing;

/// <summary>What an instrument counts while something is done.</summary>
internal static class Counted
{
    /// <summary>How many each time, and the value of the first tag, such as the name of the command.</summary>
    public static async Task<List<(long Count, string What)>> WhileAsync(Meter meter, string name, Func<Task> action)
    {
        var counted = new List<(long, string)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (ReferenceEquals(instrument.Meter, meter) && instrument.Name == name)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            lock (counted)
            {
                counted.Add((count, tags[0].Value?.ToString() ?? ""));
            }
        });
        listener.Start();
        await action();

        // A measurement may come late, from work that the action did not wait for.
        lock (counted)
        {
            return [.. counted];
        }
    }
}
