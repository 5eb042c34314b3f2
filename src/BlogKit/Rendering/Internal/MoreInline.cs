using Markdig.Syntax.Inlines;

namespace BlogKit.Internal;

/// <summary>An excerpt marker inside a paragraph. Nothing renders it.</summary>
internal sealed class MoreInline : LeafInline;
