namespace BlogKit.OpenWeb.Internal;

/// <summary>A value of a property.</summary>
/// <param name="Text">The value as text; null when it came in a shape that is not read.</param>
internal sealed record MicropubValue(string? Text)
{
    /// <summary>Something that is not read.</summary>
    public static MicropubValue Unreadable { get; } = new((string?)null);

    public bool IsHtml { get; init; }

    /// <summary>What a picture shows; null when that was not said.</summary>
    public string? AlternativeText { get; init; }
}
