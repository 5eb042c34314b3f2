namespace BlogKit.AspNetCore;

/// <summary>A part of a line.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsChanged">Whether the line beside it has it otherwise.</param>
public readonly record struct DiffPiece(string Text, bool IsChanged);
