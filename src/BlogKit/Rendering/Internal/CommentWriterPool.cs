namespace BlogKit.Internal;

/// <summary>Keeps as many comment writers as can usefully be at work at once.</summary>
internal sealed class CommentWriterPool(Func<CommentWriter> create)
{
    private readonly CommentWriter?[] _idle = new CommentWriter?[Environment.ProcessorCount * 2];

    public CommentWriter Rent()
    {
        for (var i = 0; i < _idle.Length; i++)
        {
            if (_idle[i] is not null && Interlocked.Exchange(ref _idle[i], null) is { } writer)
            {
                return writer;
            }
        }

        return create();
    }

    public void Return(CommentWriter writer)
    {
        writer.Reset();
        for (var i = 0; i < _idle.Length; i++)
        {
            if (_idle[i] is null && Interlocked.CompareExchange(ref _idle[i], writer, null) is null)
            {
                return;
            }
        }
    }
}
