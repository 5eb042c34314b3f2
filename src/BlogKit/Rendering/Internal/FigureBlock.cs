using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BlogKit.Internal;

/// <summary>A picture with a caption, a credit, or both. <see cref="LeafBlock.Inline"/> holds the credit line and may be null.</summary>
internal sealed class FigureBlock(Inline picture, string? caption) : LeafBlock(null)
{
    /// <summary>The picture, or the link around it.</summary>
    public ContainerInline Picture { get; } = Wrap(picture);

    public string? Caption { get; } = caption;

    private static ContainerInline Wrap(Inline picture)
    {
        picture.Remove();
        return new ContainerInline().AppendChild(picture);
    }
}
