namespace BlogKit.Internal;

/// <summary>The body of an answer, up to a length; what goes wrong with it is told as a <see cref="FetchException"/>.</summary>
internal sealed class FetchedBody(Stream body, long longest, long? announced) : PlainReadStream
{
    private long _read;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (announced > longest)
        {
            throw TooLong();
        }

        try
        {
            var read = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            _read += read;
            return _read <= longest ? read : throw TooLong();
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or InvalidDataException)
        {
            throw new FetchException(FetchFailure.Unreachable, "It broke off.", fault);
        }
        catch (InvalidOperationException fault) when (fault is not ObjectDisposedException)
        {
            // What a decompressor says of bytes that it cannot read.
            throw new FetchException(FetchFailure.Unusable, "It cannot be decompressed.", fault);
        }
    }

    private FetchException TooLong() => new(FetchFailure.Unusable, $"It is longer than {longest} bytes.");
}
