namespace BlogKit.AspNetCore;

/// <summary>A page of the desk that tells why there is no other content.</summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="Text">The message, in a sentence or two.</param>
public sealed record DeskMessageModel(DeskFrame Frame, string Text)
{
    /// <summary>The address of the next page to go to; null for the desk.</summary>
    public string? BackUrl { get; init; }

    /// <summary>The text that was typed and refused, to copy; null for none.</summary>
    public string? RefusedText { get; init; }
}
