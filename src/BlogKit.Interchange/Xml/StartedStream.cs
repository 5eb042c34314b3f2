namespace BlogKit.Interchange.Internal;

/// <summary>A stream whose first bytes were looked at already and are read again.</summary>
internal sealed class StartedStream : Stream
{
    private readonly Stream _rest;
    private readonly byte[] _start;
    private int _next;

    /// <summary>Reads the first bytes, at most as many as are asked for.</summary>
    public StartedStream(Stream stream, int count)
    {
        _rest = stream;
        _start = new byte[count];
        Length = stream.ReadAtLeast(_start, count, throwOnEndOfStream: false);
    }

    /// <summary>The first bytes.</summary>
    public ReadOnlySpan<byte> Start => _start.AsSpan(0, (int)Length);

    /// <summary>How many of the first bytes there are.</summary>
    public override long Length { get; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Leaves some of the first bytes out.</summary>
    public void Skip(int count) => _next = count;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var left = Start[_next..];
        if (left.IsEmpty)
        {
            return _rest.Read(buffer);
        }

        var count = Math.Min(left.Length, buffer.Length);
        left[..count].CopyTo(buffer);
        _next += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _rest.Dispose();
        }

        base.Dispose(disposing);
    }
}
