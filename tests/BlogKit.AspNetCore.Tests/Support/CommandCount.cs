using System.Diagnostics.Metrics;

namespace BlogKit.AspNetCore.Tests;

/// <summary>The store's commands that something costs.</summary>
internal static class CommandCount
{
    public static async Task<List<string>> OfAsync(Site site, Func<Task> action)
    {
        var commands = new List<string>();
        var meter = site.Get<BlogKitInstruments>().Meter;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (ReferenceEquals(instrument.Meter, meter) && instrument.Name == "blogkit.storage.commands")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            lock (commands)
            {
                commands.Add(tags[0].Value?.ToString() ?? "");
            }
        });
        listener.Start();
        await action();
        return commands;
    }
}
