using System.Runtime.CompilerServices;
using BlogKit.Interchange.Internal;

namespace BlogKit.Interchange;

/// <summary>
/// Reads exports of WordPress (WXR 1.0 to 1.2), also one that was split over several files and one that is compressed by gzip. Nothing is
/// fetched, no document type and no entity of one is read. Memory depends on the longest text, not on the file.
/// </summary>
/// <remarks>
/// Characters that XML forbids, which WordPress writes all the same, are left out; bytes that are no UTF-8 are read as Windows-1252;
/// prefixes that plugins use without declaring them are overlooked. Each is noted at its item. Reading blocks the thread while the disk
/// answers.
/// </remarks>
public sealed class WxrSource : IImportSource
{
    private readonly ImmutableArray<SourceFile> _files;
    private readonly WxrRules _rules;

    /// <summary>Creates it over the files of one export.</summary>
    /// <param name="paths">The files, in order; at least one.</param>
    /// <param name="options">The options; null takes the defaults.</param>
    /// <exception cref="ArgumentException">There is no path, or an option is out of its range.</exception>
    public WxrSource(IReadOnlyList<string> paths, WxrOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Count == 0)
        {
            throw new ArgumentException("An export has at least one file.", nameof(paths));
        }

        _rules = new WxrRules(options ?? new WxrOptions());
        _files = [.. paths.Select(static path => new SourceFile(Path.GetFileName(path), () => File.OpenRead(path)))];
    }

    /// <summary>Creates it over one stream.</summary>
    /// <param name="open">Opens the export from its beginning; called for every reading, which disposes the stream.</param>
    /// <param name="options">The options; null takes the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public WxrSource(Func<Stream> open, WxrOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(open);
        _rules = new WxrRules(options ?? new WxrOptions());
        _files = [new SourceFile(null, open)];
    }

    /// <inheritdoc/>
    public string Format => "wxr";

    /// <inheritdoc/>
    public ImmutableArray<string> NeverHolds =>
    [
        "Exports of WordPress hold no comments that are spam.",
        "Exports of WordPress hold no earlier texts of posts.",
        "Exports of WordPress hold no browsers of commenters and no subscriptions to comments.",
        "Exports of WordPress hold the addresses of pictures and files, not their contents.",
    ];

    /// <inheritdoc/>
    public Task<ImportedSite> ReadSiteAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var reader = new WxrReader(_files[0], _rules);
        return Task.FromResult(reader.ReadSite());
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ImportItem> ReadItemsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var seen = new WxrSeen();
        foreach (var file in _files)
        {
            using var reader = new WxrReader(file, _rules, seen);
            foreach (var item in reader.ReadItems())
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }
    }
}
