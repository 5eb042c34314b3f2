using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BlogKit;

/// <summary>
/// The measurements of BlogKit: a <see cref="System.Diagnostics.Metrics.Meter"/> and an <see cref="System.Diagnostics.ActivitySource"/>,
/// both named <c>BlogKit</c>. One per service provider; safe for concurrent use. Stores report every command here, and the conformance kit
/// counts them.
/// </summary>
public sealed class BlogKitInstruments : IDisposable
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "BlogKit";

    private readonly Counter<long> _commands;
    private readonly Counter<long> _comments;
    private readonly Histogram<double> _intake;

    /// <summary>Creates the instruments; the container does it once.</summary>
    public BlogKitInstruments()
    {
        Meter = new Meter(Name);
        ActivitySource = new ActivitySource(Name);
        _commands = Meter.CreateCounter<long>("blogkit.storage.commands", "{command}", "Commands sent to the store.");
        _comments = Meter.CreateCounter<long>("blogkit.comments.submitted", "{comment}", "Comments submitted, by what became of them.");
        _intake = Meter.CreateHistogram<double>("blogkit.comments.intake.duration", "s", "Time from a submission to its acknowledgement.");
    }

    /// <summary>The meter; tests tell one provider's measurements from another's by it.</summary>
    public Meter Meter { get; }

    /// <summary>The activity source.</summary>
    public ActivitySource ActivitySource { get; }

    /// <summary>Counts one command (statement, request) sent to the store.</summary>
    /// <param name="operation">
    /// The store's operation in dotted lower case, such as <c>thread.roots</c>; a constant, never from input.
    /// </param>
    public void RecordCommand(string operation) => _commands.Add(1, new KeyValuePair<string, object?>("operation", operation));

    /// <inheritdoc/>
    public void Dispose()
    {
        Meter.Dispose();
        ActivitySource.Dispose();
    }

    internal void CommentSubmitted(string outcome, TimeSpan duration)
    {
        var tag = new KeyValuePair<string, object?>("outcome", outcome);
        _comments.Add(1, tag);
        _intake.Record(duration.TotalSeconds, tag);
    }
}
