namespace BlogKit.Storage;

/// <summary>A term that must occur.</summary>
/// <param name="Text">
/// A word, or the words of a phrase in order; what is no part of a word (<see cref="SearchWords"/>) only separates.
/// </param>
/// <param name="IsPrefix">Whether the (last) word may go on.</param>
public sealed record SearchTerm(string Text, bool IsPrefix);
