using System.Runtime.CompilerServices;
using BlogKit.Interchange.Internal;

namespace BlogKit.Interchange;

/// <summary>
/// Reads exports of Disqus (its XML, also compressed by gzip): threads as <see cref="ImportedThread"/>, posts as
/// <see cref="ImportedComment"/>. Nothing is fetched, no document type and no entity of one is read. Memory depends on the longest text
/// and holds some dozens of bytes for each identifier, which tell an item that is there again.
/// </summary>
/// <remarks>
/// A thread that was deleted is unusable, and so is every comment that comes behind it and names it. A comment that was deleted is a
/// placeholder: whatever text an old export still has of it is left out. Characters that XML forbids are left out, and bytes that are no
/// UTF-8 are read as Windows-1252; each is noted at its item. Categories sort threads inside of Disqus and are no items. Reading blocks
/// the thread while the disk answers.
/// </remarks>
public sealed class DisqusSource : IImportSource
{
    private readonly SourceFile _file;
    private readonly DisqusRules _rules;

    /// <summary>Creates it over a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">The options; null takes the defaults.</param>
    /// <exception cref="ArgumentException">The path is empty, or an option is out of its range.</exception>
    public DisqusSource(string path, DisqusOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _rules = new DisqusRules(options ?? new DisqusOptions());
        _file = new SourceFile(Path.GetFileName(path), () => File.OpenRead(path));
    }

    /// <summary>Creates it over a stream.</summary>
    /// <param name="open">Opens the export from its beginning; called for every reading, which disposes the stream.</param>
    /// <param name="options">The options; null takes the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public DisqusSource(Func<Stream> open, DisqusOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(open);
        _rules = new DisqusRules(options ?? new DisqusOptions());
        _file = new SourceFile(null, open);
    }

    /// <inheritdoc/>
    public string Format => "disqus";

    /// <inheritdoc/>
    public ImmutableArray<string> NeverHolds =>
    [
        "Current exports of Disqus hold of a commenter the name and the account alone: no e-mail address, no network address, no page.",
        "Current exports of Disqus hold neither the text nor the writer of a deleted comment.",
        "Current exports of Disqus do not say which comments wait for a moderator.",
        "Exports of Disqus hold no votes, no reactions and no subscriptions to threads.",
        "Exports of Disqus hold no earlier texts of comments.",
        "Exports of Disqus hold the addresses of pictures in comments, not their contents.",
    ];

    /// <inheritdoc/>
    public Task<ImportedSite> ReadSiteAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var reader = new DisqusReader(_file, _rules);
        return Task.FromResult(reader.ReadSite(cancellationToken));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ImportItem> ReadItemsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        using var reader = new DisqusReader(_file, _rules);
        foreach (var item in reader.ReadItems(cancellationToken))
        {
            yield return item;
        }
    }
}
