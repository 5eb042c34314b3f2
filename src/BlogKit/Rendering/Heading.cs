namespace BlogKit;

/// <summary>One heading of a rendered text.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">The heading's text without markup.</param>
/// <param name="Anchor">The value of its <c>id</c> attribute: unique within the text, without the leading #.</param>
public sealed record Heading(int Level, string Text, string Anchor);
