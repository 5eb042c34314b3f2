using BlogKit.Moderation;

namespace BlogKit.LoadTest;

/// <summary>The settings of a run.</summary>
internal sealed record LoadSettings
{
    /// <summary>The length of each measurement.</summary>
    public required int Seconds { get; init; }

    /// <summary>The time before each measurement in which the same is asked and nothing is counted.</summary>
    public required int WarmUp { get; init; }

    /// <summary>Connections that ask at the same time.</summary>
    public required int Connections { get; init; }

    /// <summary>How often each measurement is repeated, in turn with the others of its section.</summary>
    public required int Rounds { get; init; }

    /// <summary>The rules for the comments that are written; posts are seeded without rules.</summary>
    public required ModerationPreset Preset { get; init; }

    /// <summary>The sections to be measured; empty for all.</summary>
    public required IReadOnlyCollection<string> Only { get; init; }

    /// <summary>Other servers to be measured in the same sections.</summary>
    public required IReadOnlyCollection<OtherServer> Beside { get; init; }

    /// <summary>Whether wrk measures the pages once more.</summary>
    public required bool WithWrk { get; init; }

    public bool Has(string section) => Only.Count == 0 || Only.Contains(section, StringComparer.Ordinal);
}
