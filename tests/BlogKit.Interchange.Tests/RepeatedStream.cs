namespace BlogKit.Interchange;

/// <summary>A stream with a long stretch of one byte in the middle, which is nowhere kept.</summary>
internal sealed class RepeatedStream(byte[] before, byte repeated, long count, byte[] behind) : Stream
{
    private const long Looked = 10_000_000;

    private long _at;

    /// <summary>The most memory that was in use whenever ten more megabytes had been read.</summary>
    public long MostMemory { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => before.Length + count + behind.Length;

    public override long Position
    {
        get => _at;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var behindAt = _at - before.Length - count;
        var read = _at < before.Length ? Copy(before.AsSpan((int)_at), buffer)
            : behindAt >= 0 ? Copy(behind.AsSpan((int)behindAt), buffer)
            : Fill(buffer[..(int)Math.Min(buffer.Length, -behindAt)]);
        if ((_at + read) / Looked > _at / Looked)
        {
            MostMemory = Math.Max(MostMemory, GC.GetTotalMemory(forceFullCollection: true));
        }

        _at += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static int Copy(ReadOnlySpan<byte> from, Span<byte> to)
    {
        var length = Math.Min(from.Length, to.Length);
        from[..length].CopyTo(to);
        return length;
    }

    private int Fill(Span<byte> buffer)
    {
        buffer.Fill(repeated);
        return buffer.Length;
    }
}
