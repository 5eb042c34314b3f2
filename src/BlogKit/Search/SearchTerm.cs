namespace BlogKit;

/// <summary>One thing that must occur.</summary>
/// <param name="Text">A word, or the words of a phrase separated by single spaces; letters, marks and digits only.</param>
/// <param name="IsPrefix">Whether the (last) word may go on.</param>
public sealed record SearchTerm(string Text, bool IsPrefix);
