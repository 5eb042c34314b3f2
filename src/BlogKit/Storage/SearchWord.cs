namespace BlogKit.Storage;

/// <summary>A word of a text as it is searched for.</summary>
/// <param name="Text">Without case and diacritics; never empty, without spaces.</param>
/// <param name="Range">
/// Where it stands. Two words have the same place where one character is written for both, such as ½ for 1 and 2.
/// </param>
public readonly record struct SearchWord(string Text, TextRange Range);
