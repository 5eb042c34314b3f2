using BlogKit.Storage;

namespace BlogKit.Interchange.Internal;

/// <summary>Takes the pictures and files of a copy from the folder beside it. What is not what its name says is not taken.</summary>
internal sealed class MediaTaking(
    IMediaStore? store, BlogId blogId, CopyOptions options, TimeProvider clock, CancellationToken cancellationToken)
{
    private const int LongestName = 255;

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>Takes the file that a line names.</summary>
    public async Task<CopyLine> TakeAsync(long number, CopyMedia file)
    {
        var line = new CopyLine { Line = number, Kind = CopyMedia.KindName, Id = file.Name, Outcome = CopyOutcome.Refused };
        if (MediaKind.FindByName(file.Name) is not { } kind)
        {
            return line with { Id = "", Detail = "Its name is none of a stored file." };
        }

        _told.Add(file.Name);
        var facts = new NewMedia
        {
            Kind = kind,
            AddedAt = file.AddedAt.ToUniversalTime(),
            OriginalName = IsPlain(file.OriginalName) ? file.OriginalName : null,
            AddedBy = file.AddedBy,
        };
        return await TakeAsync(line, facts).ConfigureAwait(false);
    }

    /// <summary>Takes the files in the folder that no line named.</summary>
    public async IAsyncEnumerable<CopyLine> TakeOthersAsync()
    {
        if (options.MediaFolder is not { } folder || !Directory.Exists(folder))
        {
            yield break;
        }

        foreach (var path in Directory.EnumerateFiles(folder))
        {
            var name = Path.GetFileName(path);
            if (_told.Contains(name))
            {
                continue;
            }

            var line = new CopyLine { Line = null, Kind = CopyMedia.KindName, Id = name, Outcome = CopyOutcome.Refused };
            yield return MediaKind.FindByName(name) is { } kind
                ? await TakeAsync(line, new NewMedia { Kind = kind, AddedAt = clock.GetUtcNow() }).ConfigureAwait(false)
                : line with { Detail = "Its name is none of a stored file." };
        }
    }

    private async Task<CopyLine> TakeAsync(CopyLine line, NewMedia facts)
    {
        if (store is null)
        {
            return line with { Detail = "The application has no store of files." };
        }

        var isThere = await store.FindAsync(blogId, line.Id, cancellationToken).ConfigureAwait(false) is not null;
        if (isThere)
        {
            return line with { Outcome = CopyOutcome.Unchanged };
        }

        if (options.MediaFolder is not { } folder)
        {
            return line with { Outcome = CopyOutcome.Missing, Detail = "No folder was named in which its content lies." };
        }

        var path = Path.Combine(folder, line.Id);
        if (!File.Exists(path))
        {
            return line with { Outcome = CopyOutcome.Missing, Detail = "Its content is not in the folder." };
        }

        if (!await MediaHash.IsNamedAsync(path, facts.Kind, line.Id, cancellationToken).ConfigureAwait(false))
        {
            return line with { Detail = "Its content in the folder is not what its name says." };
        }

        if (options.IsDryRun)
        {
            return line with { Outcome = CopyOutcome.Checked };
        }

        var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 81_920, useAsync: true);
        await using (content.ConfigureAwait(false))
        {
            var added = await store.AddAsync(blogId, facts, content, cancellationToken).ConfigureAwait(false);
            return string.Equals(added.File.Name, line.Id, StringComparison.Ordinal)
                ? line with { Outcome = added.IsNew ? CopyOutcome.Stored : CopyOutcome.Unchanged }
                : line with { Detail = $"Its content changed while it was read, and is stored as {added.File.Name}." };
        }
    }

    // It stands in the header of a download.
    private static bool IsPlain(string? name) => name is { Length: > 0 and <= LongestName }
        && !name.Any(static c => char.IsControl(c) || c is '/' or '\\' or '"' or '\u2028' or '\u2029'
            || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format);
}
