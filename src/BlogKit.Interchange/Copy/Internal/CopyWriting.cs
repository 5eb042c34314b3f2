using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using BlogKit.Storage;

namespace BlogKit.Interchange.Internal;

/// <summary>Writes one copy.</summary>
internal sealed class CopyWriting(
    CopyServices services, BlogId blogId, CopyOptions options, CopyTally tally, CancellationToken cancellationToken)
{
    private const int FlushAt = 64 * 1024;
    private const int MostKept = 1 << 20;

    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);
    private ArrayBufferWriter<byte> _buffer = new(FlushAt);

    public async Task<Result<CopyReport>> RunAsync(Stream stream)
    {
        var reading = await services.Transfers.OpenAsync(blogId, cancellationToken).ConfigureAwait(false);
        if (reading is null)
        {
            return BlogError.Of(ErrorKind.NotFound, ErrorCodes.BlogNotFound, "There is no such blog.", null);
        }

        await using (reading.ConfigureAwait(false))
        {
            if (!options.Compresses)
            {
                return await WriteAsync(reading, stream).ConfigureAwait(false);
            }

            var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
            await using (gzip.ConfigureAwait(false))
            {
                return await WriteAsync(reading, gzip).ConfigureAwait(false);
            }
        }
    }

    private async Task<CopyReport> WriteAsync(ITransferReading reading, Stream stream)
    {
        CopyHeader? header = null;
        string? cursor = null;
        do
        {
            var part = await reading.ReadAsync(cursor, options.BatchSize, cancellationToken).ConfigureAwait(false);
            if (header is null)
            {
                var blog = part.Items.OfType<TransferredBlog>().First().Blog;
                header = new CopyHeader(
                    CopyHeader.FormatName,
                    CopyHeader.CurrentVersion,
                    blogId,
                    blog.Key,
                    services.Clock.GetUtcNow(),
                    CopyHeader.Program);
                _buffer.Write(JsonSerializer.SerializeToUtf8Bytes(header, CopyJson.Default.CopyHeader));
                EndLine();
            }

            foreach (var item in part.Items)
            {
                TransferText.Write(_buffer, item);
                EndLine();
                var kind = TransferText.FormatKind(item.Kind);
                Count(kind);
                tally.Count(kind, CopyOutcome.Written);
                if (_buffer.WrittenCount >= FlushAt)
                {
                    await FlushAsync(stream).ConfigureAwait(false);
                }
            }

            tally.TellProgress();
            cursor = part.Next;
        }
        while (cursor is not null);

        if (options.MediaFolder is { } folder && services.Media is { } media)
        {
            await foreach (var file in new MediaCopying(media, blogId, folder, tally, cancellationToken).WriteAsync().ConfigureAwait(false))
            {
                _buffer.Write(JsonSerializer.SerializeToUtf8Bytes(file, CopyJson.Default.CopyMedia));
                EndLine();
                Count(CopyMedia.KindName);
                await FlushAsync(stream).ConfigureAwait(false);
            }
        }

        _buffer.Write(JsonSerializer.SerializeToUtf8Bytes(
            new CopyEnd(CopyEnd.Name, _counts.ToImmutableSortedDictionary(StringComparer.Ordinal)), CopyJson.Default.CopyEnd));
        EndLine();
        await FlushAsync(stream).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        tally.TellProgress();
        return new CopyReport
        {
            BlogId = blogId,
            Key = header.Key,
            WrittenAt = header.WrittenAt,
            WrittenBy = header.WrittenBy,
            IsWhole = true,
            Counts = tally.Counts,
            ByKind = tally.ByKind,
        };
    }

    private void EndLine() => _buffer.Write("\n"u8);

    private void Count(string kind) => _counts[kind] = _counts.GetValueOrDefault(kind) + 1;

    private async Task FlushAsync(Stream stream)
    {
        await stream.WriteAsync(_buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
        if (_buffer.Capacity > MostKept)
        {
            _buffer = new ArrayBufferWriter<byte>(FlushAt);
        }
        else
        {
            _buffer.ResetWrittenCount();
        }
    }
}
