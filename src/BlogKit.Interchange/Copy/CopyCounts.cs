namespace BlogKit.Interchange;

/// <summary>The number of lines by their outcome. Immutable.</summary>
public sealed record CopyCounts
{
    /// <summary>The number of those written into a copy.</summary>
    public long Written { get; init; }

    /// <summary>The number of those checked in a dry run.</summary>
    public long Checked { get; init; }

    /// <summary>The number of those stored.</summary>
    public long Stored { get; init; }

    /// <summary>The number of those that were there already.</summary>
    public long Unchanged { get; init; }

    /// <summary>The number of those in whose place something else stands.</summary>
    public long Conflicts { get; init; }

    /// <summary>The number of those that depend on something that is not there.</summary>
    public long Missing { get; init; }

    /// <summary>The number of those that were refused.</summary>
    public long Refused { get; init; }

    /// <summary>The number of all.</summary>
    public long Sum => Written + Checked + Stored + Unchanged + Conflicts + Missing + Refused;

    internal CopyCounts With(CopyOutcome outcome) => outcome switch
    {
        CopyOutcome.Written => this with { Written = Written + 1 },
        CopyOutcome.Checked => this with { Checked = Checked + 1 },
        CopyOutcome.Stored => this with { Stored = Stored + 1 },
        CopyOutcome.Unchanged => this with { Unchanged = Unchanged + 1 },
        CopyOutcome.Conflict => this with { Conflicts = Conflicts + 1 },
        CopyOutcome.Missing => this with { Missing = Missing + 1 },
        _ => this with { Refused = Refused + 1 },
    };
}
