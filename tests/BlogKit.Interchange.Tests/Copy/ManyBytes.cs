namespace BlogKit.Interchange.Copy;

/// <summary>A stream with as many spaces between two parts as a test needs, which nobody holds.</summary>
internal sealed class ManyBytes(byte[] front, long spaces, byte[] back) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => front.Length + spaces + back.Length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position < front.Length)
        {
            return Copy(front, _position, buffer, offset, count);
        }

        if (_position >= front.Length + spaces)
        {
            return Copy(back, _position - front.Length - spaces, buffer, offset, count);
        }

        var some = (int)Math.Min(count, front.Length + spaces - _position);
        buffer.AsSpan(offset, some).Fill((byte)' ');
        _position += some;
        return some;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Copy(byte[] from, long at, byte[] buffer, int offset, int count)
    {
        var some = (int)Math.Min(count, from.Length - at);
        Array.Copy(from, at, buffer, offset, some);
        _position += some;
        return some;
    }
}
