using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The body of a request as far as a limit: what is behind it is refused as a server refuses it.</summary>
internal sealed class BoundedStream(HttpContext context, Stream inner, long largest) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    // A read that is cancelled leaves the server's reader in the middle of it, which the server then logs as an error. When whoever sends
    // it leaves, the read ends by itself. The server may learn a moment later than the reader that the connection is gone, and would go on
    // to read what is left: so it is told.
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Count(await inner.ReadAsync(buffer, CancellationToken.None).ConfigureAwait(false));
        }
        catch (Exception fault) when (fault is ConnectionResetException or OperationCanceledException)
        {
            context.Abort();
            throw;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Count(int read)
    {
        _read += read;
        return _read <= largest ? read : throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
    }
}
