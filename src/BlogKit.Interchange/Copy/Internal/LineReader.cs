using System.Buffers;
using System.IO.Compression;

namespace BlogKit.Interchange.Internal;

/// <summary>Reads lines of bytes, compressed by gzip or not, and passes over those that are too long without holding them.</summary>
internal sealed class LineReader : IDisposable
{
    private const int Chunk = 64 * 1024;

    private readonly Stream _stream;
    private readonly GZipStream? _gzip;
    private readonly int _maximum;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Chunk);
    private int _start;
    private int _end;
    private bool _hasEnded;

    private LineReader(Stream stream, GZipStream? gzip, int maximum) => (_stream, _gzip, _maximum) = (stream, gzip, maximum);

    /// <summary>The number of the line, from 1; 0 before the first.</summary>
    public long Number { get; private set; }

    /// <summary>The line without its end, until the next is read; empty for one that is too long.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Whether the line has more bytes than are read.</summary>
    public bool IsTooLong { get; private set; }

    public static LineReader Open(Stream stream, int maximum)
    {
        // The stream is the caller's, and stays open.
        var started = new StartedStream(stream, 2);
        var gzip = started.Start is [0x1F, 0x8B] ? new GZipStream(started, CompressionMode.Decompress, leaveOpen: true) : null;
        return new LineReader(gzip ?? (Stream)started, gzip, maximum);
    }

    /// <summary>Reads the next line; false at the end.</summary>
    /// <exception cref="InvalidDataException">The compression is damaged, or breaks off.</exception>
    public async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        (Line, IsTooLong) = (default, false);
        var looked = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + looked, _end - _start - looked).IndexOf((byte)'\n');
            if (at >= 0)
            {
                Take(looked + at, 1);
                return true;
            }

            looked = _end - _start;
            if (looked > _maximum)
            {
                // The bytes are let go, and no more than one is remembered: that there were some.
                IsTooLong = true;
                (_start, _end, looked) = (0, 0, 0);
            }

            if (_hasEnded)
            {
                if (looked == 0 && !IsTooLong)
                {
                    return false;
                }

                Take(looked, 0);
                return true;
            }

            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _gzip?.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        (_start, _end) = (0, 0);
    }

    private void Take(int length, int end)
    {
        Number++;
        IsTooLong |= length > _maximum;
        var line = IsTooLong ? default : _buffer.AsMemory(_start, length);
        Line = Number == 1 && line.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? line[3..] : line;
        _start += length + end;
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_buffer.Length * 2L, (long)_maximum + Chunk));
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        var read = await _stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        _hasEnded = read == 0;
    }
}
