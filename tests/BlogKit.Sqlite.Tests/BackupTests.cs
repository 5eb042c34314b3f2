using BlogKit.Specification;
using Microsoft.Data.Sqlite;

namespace BlogKit.Sqlite.Tests;

public sealed class BackupTests : IAsyncLifetime
{
    private readonly SqliteHarness _harness = new();
    private readonly SampleData _sample = new();
    private Post _post = null!;

    private string Target => Path.Combine(Path.GetDirectoryName(_harness.Path)!, "copy.db");

    public async Task InitializeAsync()
    {
        await _harness.StartAsync();
        _post = await Fill.PostAsync(_harness.Store, _sample);
        await _harness.Store.ImportAsync([.. Enumerable.Range(0, 3000).Select(_ => _sample.Comment(_post))], default);
    }

    public async Task DisposeAsync() => await _harness.DisposeAsync();

    [Fact]
    public async Task A_copy_made_while_comments_come_is_whole_and_can_be_opened()
    {
        using var stop = new CancellationTokenSource();
        var acknowledged = 0;
        var writer = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await _harness.Store.AddAsync(SampleData.Addition(_sample.Comment(_post)), default);
                Interlocked.Increment(ref acknowledged);
            }
        });
        SpinWait.SpinUntil(() => Volatile.Read(ref acknowledged) > 5);
        var atLeast = 3000 + Volatile.Read(ref acknowledged);

        await new SqliteBackup(_harness.Store).WriteAsync(Target);
        await stop.CancelAsync();
        await writer;

        await using var copy = new SqliteStore(SqliteLocation.Parse($"Data Source={Target}"), new SqliteStoreOptions(), null);
        await copy.CheckAsync(default);
        var counts = await copy.CountAsync(_post.BlogId, _post.Id, default);
        counts.Approved.Should().BeGreaterThanOrEqualTo(atLeast);
        Read("PRAGMA integrity_check").Should().Be("ok");
        Read("SELECT count(*) FROM comments").Should().Be($"{counts.Approved}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_follows_the_feed_is_told_after_a_restore_however_many_changes_came_since(bool isFurther)
    {
        _harness.IsAlteredByOthers = true;
        await new SqliteBackup(_harness.Store).WriteAsync(Target);
        var copied = await _harness.Store.ReadChangePositionAsync(_post.BlogId, default);
        if (isFurther)
        {
            await Fill.CommentAsync(_harness.Store, _sample, _post);
        }

        var read = await _harness.Store.ReadChangePositionAsync(_post.BlogId, default);
        await SqliteBackup.RestoreAsync(_harness.Path, Target);
        await Fill.CommentAsync(_harness.Store, _sample, _post);
        await Fill.CommentAsync(_harness.Store, _sample, _post);

        foreach (var position in (long[])[0, copied - 1, copied, read])
        {
            (await _harness.Store.ReadChangesAsync(_post.BlogId, position, 10, default)).IsTrimmed.Should().BeTrue($"of {position}");
        }

        var newest = await _harness.Store.ReadChangePositionAsync(_post.BlogId, default);
        (await _harness.Store.ReadChangesAsync(_post.BlogId, newest - 2, 10, default)).IsTrimmed.Should().BeFalse();
        newest.Should().BeGreaterThan(read + 3);
    }

    [Fact]
    public async Task Progress_goes_to_the_end()
    {
        var last = default(SqliteBackupProgress);
        await new SqliteBackup(_harness.Store).WriteAsync(Target, progress: new Reporter(p => last = p));

        last.TotalPages.Should().BePositive();
        last.CopiedPages.Should().Be(last.TotalPages);
    }

    [Fact]
    public async Task A_file_that_is_there_is_replaced_only_on_demand()
    {
        await File.WriteAllTextAsync(Target, "precious");
        var backup = new SqliteBackup(_harness.Store);
        var write = () => backup.WriteAsync(Target);

        await write.Should().ThrowAsync<IOException>().WithMessage("*copy.db*");
        (await File.ReadAllTextAsync(Target)).Should().Be("precious");
        await backup.WriteAsync(Target, overwrite: true);
        Read("SELECT count(*) FROM comments").Should().Be("3000");
    }

    [Fact]
    public async Task A_cancelled_copy_leaves_nothing()
    {
        using var source = new CancellationTokenSource();
        var write = () => new SqliteBackup(_harness.Store).WriteAsync(
            Target, progress: new Reporter(_ => source.Cancel()), cancellationToken: source.Token);

        await write.Should().ThrowAsync<OperationCanceledException>();

        Directory.GetFiles(Path.GetDirectoryName(Target)!, "copy*").Should().BeEmpty();
    }

    private string Read(string text)
    {
        using var connection = new SqliteConnection($"Data Source={Target};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return command.ExecuteScalar()!.ToString()!;
    }

    private sealed class Reporter(Action<SqliteBackupProgress> report) : IProgress<SqliteBackupProgress>
    {
        public void Report(SqliteBackupProgress value) => report(value);
    }
}
