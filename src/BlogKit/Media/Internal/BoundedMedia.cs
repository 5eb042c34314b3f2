namespace BlogKit.Internal;

/// <summary>A content of which the start was read already; ends with a <see cref="MediaTooLargeException"/> when it is too long.</summary>
internal sealed class BoundedMedia(ReadOnlyMemory<byte> start, Stream rest, long longest) : PlainReadStream
{
    private ReadOnlyMemory<byte> _start = start;
    private long _read;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        if (!_start.IsEmpty)
        {
            read = Math.Min(_start.Length, buffer.Length);
            _start[..read].CopyTo(buffer);
            _start = _start[read..];
        }
        else
        {
            read = await rest.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        _read += read;
        return _read <= longest ? read : throw new MediaTooLargeException();
    }
}
