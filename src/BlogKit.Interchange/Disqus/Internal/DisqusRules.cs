namespace BlogKit.Interchange.Internal;

/// <summary>The options as they were when the source was made.</summary>
internal sealed class DisqusRules
{
    /// <summary>The longest identifier, in characters; Disqus gives numbers.</summary>
    public const int MaximumIdLength = 100;

    public DisqusRules(DisqusOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaximumTextLength, 1000, nameof(options));
        MaximumTextLength = options.MaximumTextLength;
        Source = options.Source;
    }

    public int MaximumTextLength { get; }

    public string? Source { get; }
}
