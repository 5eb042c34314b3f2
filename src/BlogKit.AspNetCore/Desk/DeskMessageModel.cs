namespace BlogKit.AspNetCore;

/// <summary>A page of the desk that says why there is nothing else.</summary>
/// <param name="Frame">What is around it.</param>
/// <param name="Text">The message, in a sentence or two.</param>
public sealed record DeskMessageModel(DeskFrame Frame, string Text)
{
    /// <summary>Where to go from here; null for the desk.</summary>
    public string? BackUrl { get; init; }

    /// <summary>What was typed and could not be taken, to copy; null for nothing.</summary>
    public string? RefusedText { get; init; }
}
