using Markdig.Parsers;
using Markdig.Syntax;

namespace BlogKit.Internal;

/// <summary>A line that holds only the excerpt marker. Nothing renders it.</summary>
internal sealed class MoreBlock(BlockParser parser) : LeafBlock(parser);
