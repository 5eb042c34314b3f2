using Markdig.Syntax.Inlines;

namespace BlogKit.Internal;

/// <summary>Keeps every walk over a syntax tree far from the end of the stack.</summary>
internal static class SyntaxDepth
{
    /// <summary>The deepest tree that is written, below the depth at which Markdig itself refuses.</summary>
    public const int Maximum = 120;

    /// <summary>
    /// Turns a mark that was never closed, in which the rest of the paragraph is nested, into text beside it; returns that text.
    /// </summary>
    public static Inline Flatten(DelimiterInline unclosed)
    {
        var text = new LiteralInline(unclosed.ToLiteral()) { IsClosed = true };
        unclosed.ReplaceBy(text, copyChildren: true);
        return text;
    }
}
