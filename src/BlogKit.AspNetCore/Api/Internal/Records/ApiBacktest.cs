using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A preset that is to be tried on what was written so far.</summary>
internal sealed record ApiBacktest
{
    public required ModerationPreset Preset { get; init; }

    /// <summary>Only comments from then on; null for all.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Examples per kind of change; 0 to 100, default 10.</summary>
    public int? Examples { get; init; }
}
