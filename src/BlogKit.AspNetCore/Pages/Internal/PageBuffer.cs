using System.Buffers;
using System.IO.Pipelines;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// A page in UTF-8 while it is made, in memory that is shared with other pages: there is no string of it, and nothing is sent before it is
/// complete.
/// </summary>
internal sealed class PageBuffer : IDisposable
{
    private const int SegmentSize = 16 * 1024;

    // A pipe that nobody waits for: as long as a page gets.
    private static readonly PipeOptions s_options = new(pauseWriterThreshold: 0, minimumSegmentSize: SegmentSize);

    private readonly Pipe _pipe = new(s_options);

    public PageBuffer() => Text = new Utf8Writer(_pipe.Writer);

    public TextWriter Text { get; }

    public byte[] ToArray() => Complete().ToArray();

    public void CopyTo(IBufferWriter<byte> target)
    {
        foreach (var segment in Complete())
        {
            target.Write(segment.Span);
        }
    }

    public void Dispose()
    {
        Text.Dispose();
        _pipe.Writer.Complete();
        _pipe.Reader.Complete();
    }

    private ReadOnlySequence<byte> Complete()
    {
        Text.Flush();
        _pipe.Writer.Complete();
        _pipe.Reader.TryRead(out var result);
        return result.Buffer;
    }
}
