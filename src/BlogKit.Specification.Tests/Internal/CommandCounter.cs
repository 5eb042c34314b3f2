using System.Diagnostics.Metrics;

namespace BlogKit.Specification;

/// <summary>Counts the commands one store sends, told from others by its meter.</summary>
internal sealed class CommandCounter : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _count;

    public CommandCounter(Meter meter)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, meter)
                && string.Equals(instrument.Name, "blogkit.storage.commands", StringComparison.Ordinal))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, measurement, _, _) => Interlocked.Add(ref _count, measurement));
        _listener.Start();
    }

    public long Count => Interlocked.Read(ref _count);

    public void Dispose() => _listener.Dispose();
}
