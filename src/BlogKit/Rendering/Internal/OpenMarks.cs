using Markdig.Syntax;

namespace BlogKit.Internal;

/// <summary>Counts the marks one parser has left open in the paragraph at hand; one per document and parser.</summary>
internal sealed class OpenMarks
{
    private LeafBlock? _block;

    public int Count { get; private set; }

    public bool IsFull(LeafBlock? block, int maximum)
    {
        if (!ReferenceEquals(_block, block))
        {
            _block = block;
            Count = 0;
        }

        return Count >= maximum;
    }

    public void Opened() => Count++;

    public void Closed() => Count = Math.Max(0, Count - 1);
}
