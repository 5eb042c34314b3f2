namespace BlogKit.Interchange;

/// <summary>The report of an export: what was written, what is otherwise than it was, what was left out. Immutable.</summary>
public sealed record WxrWriterReport
{
    /// <summary>The numbers of every kind, each kind once, in the order of <see cref="WxrItemKind"/>. They count every item.</summary>
    public required ImmutableArray<WxrWriterCount> Counts { get; init; }

    /// <summary>
    /// The notes about what was altered and left out, in the order of the export: the first <see cref="WxrWriterOptions.MaximumNotes"/>.
    /// </summary>
    public required ImmutableArray<WxrWriterNote> Notes { get; init; }

    /// <summary>
    /// The number of notes behind these, which <see cref="WxrWriterOptions.Noted"/> alone was told; 0 when <see cref="Notes"/> has all.
    /// </summary>
    public required long FurtherNotes { get; init; }

    /// <summary>Returns the numbers of one kind.</summary>
    /// <param name="kind">The kind.</param>
    public WxrWriterCount Of(WxrItemKind kind) => Counts.First(count => count.Kind == kind);
}
