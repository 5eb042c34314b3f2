namespace BlogKit.Interchange;

/// <summary>A stream that gives a few bytes at a time, so that any place becomes a border of buffers.</summary>
internal sealed class ChunkedStream(byte[] content, int seed, int most) : MemoryStream(content)
{
    private readonly Random _random = new(seed);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, _random.Next(1, most + 1)));
}
