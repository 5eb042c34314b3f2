using System.Security.Cryptography;
using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit.Interchange.Internal;

/// <summary>Writes the pictures and files of a blog into a folder beside its copy, each under its name.</summary>
internal sealed class MediaCopying(
    IMediaStore store, BlogId blogId, string folder, CopyTally tally, CancellationToken cancellationToken)
{
    private const int PageSize = 200;

    /// <summary>Writes the files, and returns the facts of those that are in the folder then.</summary>
    public async IAsyncEnumerable<CopyMedia> WriteAsync()
    {
        LastingFiles.CreateFolder(folder);
        MediaCursor? cursor = null;
        do
        {
            var page = await store.ListAsync(blogId, cursor, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var file in page.Items)
            {
                var line = await WriteAsync(file).ConfigureAwait(false);
                tally.Tell(line);
                if (line.Outcome is CopyOutcome.Written or CopyOutcome.Unchanged)
                {
                    yield return new CopyMedia(CopyMedia.KindName, file.Name, file.Length, file.AddedAt)
                    {
                        OriginalName = file.OriginalName,
                        AddedBy = file.AddedBy,
                    };
                }
            }

            tally.TellProgress();
            cursor = page.HasNext ? new MediaCursor(page.Items[^1].AddedAt, page.Items[^1].Name) : null;
        }
        while (cursor is not null);
    }

    private async Task<CopyLine> WriteAsync(StoredMedia file)
    {
        var line = new CopyLine { Line = null, Kind = CopyMedia.KindName, Id = file.Name, Outcome = CopyOutcome.Written };
        if (MediaKind.FindByName(file.Name) is not { } kind)
        {
            return line with { Outcome = CopyOutcome.Refused, Detail = "Its name is none of a stored file." };
        }

        var path = Path.GetFullPath(Path.Combine(folder, file.Name));
        if (await MediaHash.IsNamedAsync(path, kind, file.Name, cancellationToken).ConfigureAwait(false))
        {
            return line with { Outcome = CopyOutcome.Unchanged };
        }

        var content = await store.OpenAsync(blogId, file.Name, cancellationToken).ConfigureAwait(false);
        if (content is null)
        {
            return line with { Outcome = CopyOutcome.Missing, Detail = "It was deleted meanwhile." };
        }

        await using (content.ConfigureAwait(false))
        {
            return await WriteAsync(content, path, kind, line).ConfigureAwait(false);
        }
    }

    private async Task<CopyLine> WriteAsync(Stream content, string path, MediaKind kind, CopyLine line)
    {
        // What a run that died left under this name is nothing to anybody.
        var draft = path + ".part";
        LastingFiles.TryDelete(draft);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await LastingFiles.WriteDraftAsync(draft, async output =>
        {
            var buffer = new byte[81_920];
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        if (!string.Equals(kind.FormatName(hash.GetHashAndReset()), line.Id, StringComparison.Ordinal))
        {
            LastingFiles.TryDelete(draft);
            return line with { Outcome = CopyOutcome.Refused, Detail = "Its content in the store is not what its name says." };
        }

        LastingFiles.Publish(draft, path, overwrite: true);
        return line;
    }
}
