using System.Collections.Frozen;

namespace BlogKit.Interchange.Internal;

/// <summary>The options as they were when the source was made.</summary>
internal sealed class WxrRules
{
    /// <summary>The most custom fields of one item that are looked at.</summary>
    public const int MaximumMetas = 1000;

    public WxrRules(WxrOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaximumTextLength, 1000, nameof(options));
        MaximumTextLength = options.MaximumTextLength;
        Source = options.Source;
        TimeZone = options.TimeZone;
        PostTypes = options.PostTypes.ToFrozenDictionary(StringComparer.Ordinal);
        CommentTypes = options.CommentTypes.ToFrozenSet(StringComparer.Ordinal);
    }

    public int MaximumTextLength { get; }

    public string? Source { get; }

    public TimeZoneInfo? TimeZone { get; }

    public FrozenDictionary<string, PostKind> PostTypes { get; }

    public FrozenSet<string> CommentTypes { get; }
}
