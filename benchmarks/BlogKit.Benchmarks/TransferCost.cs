using System.Diagnostics;
using System.Globalization;
using BlogKit.Storage;

namespace BlogKit.Benchmarks;

/// <summary>
/// What copying a blog of 100,000 comments from one SQLite file into another takes: comments in threads of five under 100 posts, each with
/// its record in the log, every fifth with a vote.
/// </summary>
internal static class TransferCost
{
    private const int Posts = 100;
    private const int Comments = 100_000;
    private const int Batch = 500;

    public static async Task MeasureAsync()
    {
        using var from = new SqliteBlog(SqliteSynchronous.Normal);
        await FillAsync(from);
        using var process = Process.GetCurrentProcess();
        var before = process.PeakWorkingSet64;
        for (var run = 1; run <= 3; run++)
        {
            using var into = new SqliteBlog(SqliteSynchronous.Full, isEmpty: true);
            var (items, time, heap) = await CopyAsync(from, into);
            process.Refresh();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"run {run}: {items} items in {time.TotalSeconds:0.0} s, {items / time.TotalSeconds:0} a second; managed memory at most "
                    + $"{heap >> 20} MB, peak of the process {process.PeakWorkingSet64 >> 20} MB (before the first copy {before >> 20} MB)"));
            (items, time, _) = await CopyAsync(from, into);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"    again, nothing to write: {items / time.TotalSeconds:0} items a second"));
            (items, time, _) = await CopyAsync(from, null);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    read alone: {items / time.TotalSeconds:0} items a second"));
        }
    }

    private static async Task<(int Items, TimeSpan Time, long Heap)> CopyAsync(SqliteBlog from, SqliteBlog? into)
    {
        var (items, heap, since) = (0, 0L, Stopwatch.GetTimestamp());
        await using var reading = (await from.Store.OpenAsync(from.BlogId, CancellationToken.None))!;
        string? cursor = null;
        do
        {
            var part = await reading.ReadAsync(cursor, Batch, CancellationToken.None);
            if (into is not null)
            {
                var results = await into.Store.WriteAsync(from.BlogId, part.Items, CancellationToken.None);
                if (results.FirstOrDefault(static r => r.Outcome is not (TransferOutcome.Stored or TransferOutcome.Unchanged)) is { } wrong)
                {
                    throw new InvalidOperationException(wrong.ToString());
                }
            }

            items += part.Items.Length;
            heap = Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false));
            cursor = part.Next;
        }
        while (cursor is not null);
        return (items, Stopwatch.GetElapsedTime(since), heap);
    }

    private static async Task FillAsync(SqliteBlog blog)
    {
        var posts = Enumerable.Range(0, Posts).Select(_ => blog.AddPost()).ToList();
        var roots = new CommentId[Posts];
        foreach (var chunk in Enumerable.Range(0, Comments).Chunk(1_000))
        {
            var imports = new List<CommentImport>();
            foreach (var i in chunk)
            {
                var addition = blog.NewAddition(posts[i % Posts]);
                var isRoot = i / Posts % 5 == 0;
                var comment = addition.Comment with { ParentId = isRoot ? null : roots[i % Posts] };
                roots[i % Posts] = isRoot ? comment.Id : roots[i % Posts];
                imports.Add(new CommentImport(comment)
                {
                    Record = addition.Record,
                    Fingerprints = addition.Fingerprints,
                    Voices = i % 5 == 0 ? [new ImportedVoice(ActorKey.User("voter"), new OwnFeedback(Vote.Up, null))] : [],
                });
            }

            await blog.Store.ImportAsync(imports, CancellationToken.None);
        }
    }
}
