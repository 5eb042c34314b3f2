namespace BlogKit.Specification;

/// <summary>A content that ends other than it should: with a fault, or with something that happens just before its end.</summary>
internal sealed class BrokenStream(int length, Exception? fault) : Stream
{
    private int _read;

    public Action? AtTheEnd { get; init; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var part = Math.Min(count, Math.Min(1_000, length - _read));
        if (part == 0)
        {
            AtTheEnd?.Invoke();
            return fault is null ? 0 : throw fault;
        }

        _read += part;
        return part;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
