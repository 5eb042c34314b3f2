namespace BlogKit.Moderation.Internal;

/// <summary>One line of a list.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Place">Where it stands, for messages: a key of configuration, or a file and the number of the line.</param>
internal readonly record struct ListLine(string Text, string Place);
