using BlogKit.Specification;
using BlogKit.Storage;
using BlogKit.Testing;
using Microsoft.Data.Sqlite;

namespace BlogKit.Sqlite.Tests;

public sealed class WritingTests : IAsyncLifetime
{
    private readonly SqliteHarness _harness = new();
    private readonly SampleData _sample = new();
    private readonly ManualResetEventSlim _gate = new(initialState: true);
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Post _post = null!;

    private SqliteStore Store => _harness.Store;

    private int Commits => _harness.Writes.Count(static w => w == "transaction.commit");

    public async Task InitializeAsync()
    {
        await _harness.StartAsync();
        _post = await Fill.PostAsync(Store, _sample);
    }

    public async Task DisposeAsync() => await _harness.DisposeAsync();

    [Fact]
    public async Task Writes_that_wait_at_the_same_moment_share_a_commit()
    {
        var writes = await WhileOneWritesAsync(() => [.. Enumerable.Range(0, 20).Select(_ => AddAsync())]);

        writes.Results.Should().AllSatisfy(static r => r.Outcome.Should().Be(AdditionOutcome.Added));
        writes.Commits.Should().BeLessThanOrEqualTo(2);
        (await Store.CountAsync(_post.BlogId, _post.Id, default)).Approved.Should().Be(21);
    }

    [Fact]
    public async Task A_member_that_fails_takes_no_other_down()
    {
        Task<int> failing = null!;
        var writes = await WhileOneWritesAsync(() =>
        {
            var before = Enumerable.Range(0, 5).Select(_ => AddAsync()).ToList();
            failing = Store.WriteAsync(
                _post, static int (session, post) => throw new ArgumentException("It fails while it writes.", nameof(post)), default);
            return [.. before, .. Enumerable.Range(0, 5).Select(_ => AddAsync())];
        });

        await failing.Invoking(static f => f).Should().ThrowAsync<ArgumentException>();
        writes.Results.Should().AllSatisfy(static r => r.Outcome.Should().Be(AdditionOutcome.Added));
        (await Store.CountAsync(_post.BlogId, _post.Id, default)).Approved.Should().Be(11);
    }

    [Fact]
    public async Task A_write_cancelled_while_it_waits_is_not_done()
    {
        using var source = new CancellationTokenSource();
        Task<AdditionResult> cancelled = null!;
        await WhileOneWritesAsync(() =>
        {
            cancelled = Store.AddAsync(SampleData.Addition(_sample.Comment(_post)), source.Token);
            source.Cancel();
            return [AddAsync()];
        });

        await cancelled.Invoking(static c => c).Should().ThrowAsync<OperationCanceledException>();
        (await Store.CountAsync(_post.BlogId, _post.Id, default)).Approved.Should().Be(2);
    }

    [Fact]
    public async Task Two_processes_write_into_one_file()
    {
        await using var other = _harness.OpenAnother();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() =>
            (i % 2 == 0 ? Store : other).AddAsync(SampleData.Addition(_sample.Comment(_post)), default))));

        (await Store.CountAsync(_post.BlogId, _post.Id, default)).Approved.Should().Be(60);
        (await other.CountAsync(_post.BlogId, _post.Id, default)).Approved.Should().Be(60);
    }

    [Fact]
    public async Task A_write_waits_for_another_process_and_is_done_then()
    {
        await using var other = _harness.OpenAnother();
        Task<AdditionResult> waiting;
        using (var connection = Lock())
        {
            waiting = other.AddAsync(SampleData.Addition(_sample.Comment(_post)), default);
            waiting.IsCompleted.Should().BeFalse();
            SqliteHarness.Execute(connection, "ROLLBACK");
        }

        (await waiting).Outcome.Should().Be(AdditionOutcome.Added);
    }

    [Fact]
    public async Task A_write_that_waited_too_long_fails_and_says_why()
    {
        await using var other = _harness.OpenAnother(new SqliteStoreOptions { BusyTimeout = TimeSpan.FromMilliseconds(50) });
        _ = await other.FindAsync(_post.BlogId, _post.Id, default);
        using (var connection = Lock())
        {
            var add = () => other.AddAsync(SampleData.Addition(_sample.Comment(_post)), default);
            await add.Should().ThrowAsync<Exception>().Where(static e => e is TimeoutException || e is SqliteException);
            SqliteHarness.Execute(connection, "ROLLBACK");
        }

        (await other.AddAsync(SampleData.Addition(_sample.Comment(_post)), default)).Outcome.Should().Be(AdditionOutcome.Added);
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_the_process_died()
    {
        var comment = await Fill.CommentAsync(Store, _sample, _post);
        _harness.DieBeforeWrite(2);
        var second = () => Store.AddAsync(SampleData.Addition(_sample.Comment(_post)), default);
        await second.Should().ThrowAsync<StoreDiedException>();
        await second.Should().ThrowAsync<StoreDiedException>();

        await _harness.RestartAsync();

        (await Store.FindAsync(comment.BlogId, comment.Id, default)).Should().NotBeNull();
        (await Store.CountAsync(_post.BlogId, _post.Id, default)).Approved.Should().Be(1);
    }

    [Fact]
    public async Task A_long_thread_is_merged_in_several_transactions()
    {
        var target = await AnotherPostAsync();
        var roots = Enumerable.Range(0, 600).Select(_ => _sample.Comment(_post)).ToArray();
        await Store.ImportAsync([.. roots, .. Enumerable.Range(0, 300).Select(i => _sample.Comment(_post, roots[i]))], default);
        var before = Commits;

        (await Store.MergeAsync(_post.BlogId, _post.Id, target.Id, ActorKey.User("m"), SampleData.Now, default)).Should().Be(900);

        (Commits - before).Should().BeGreaterThan(2);
        (await Store.CountAsync(target.BlogId, target.Id, default)).Approved.Should().Be(900);
        (await Store.CountAsync(_post.BlogId, _post.Id, default)).Approved.Should().Be(0);
    }

    [Fact]
    public async Task A_merge_that_was_cancelled_leaves_whole_threads_and_goes_on_when_it_is_called_again()
    {
        var target = await AnotherPostAsync();
        await Store.ImportAsync([.. Enumerable.Range(0, 700).Select(_ => _sample.Comment(_post))], default);
        using var source = new CancellationTokenSource();
        var record = _harness.Options.BeforeWrite!;
        var stopped = false;
        await _harness.ReopenAsync(operation =>
        {
            record(operation);
            if (operation == "comment.move-roots" && !stopped)
            {
                stopped = true;
                source.Cancel();
            }
        });

        var merge = () => Store.MergeAsync(_post.BlogId, _post.Id, target.Id, ActorKey.User("m"), SampleData.Now, source.Token);

        await merge.Should().ThrowAsync<OperationCanceledException>();
        var (left, moved) = (
            (await Store.CountAsync(_post.BlogId, _post.Id, default)).Approved,
            (await Store.CountAsync(target.BlogId, target.Id, default)).Approved);
        left.Should().BePositive();
        moved.Should().BePositive();
        (left + moved).Should().Be(700);
        (await new SqliteCheck(Store).RunAsync()).Should().BeEmpty();
        (await Store.MergeAsync(_post.BlogId, _post.Id, target.Id, ActorKey.User("m"), SampleData.Now, default)).Should().Be(left);
    }

    [Fact]
    public async Task A_connection_that_breaks_while_it_is_given_back_does_not_hide_why_the_read_failed()
    {
        var location = SqliteLocation.Parse($"Data Source={_harness.Path}");
        using var guard = new FileGuard(location);
        using var pool = new ReaderPool(location, new SqliteStoreOptions(), new StoreLife(null), guard, null);
        var read = () => pool.ReadAsync<int, int>(
            0,
            static (session, _) =>
            {
                session.BeginRead();
                session.Dispose();
                throw new InvalidDataException("the first reason");
            },
            default);

        await read.Should().ThrowAsync<InvalidDataException>();

        (await pool.ReadAsync(0, static (session, _) => SchemaVersions.Read(session), default)).Should().Be(SchemaVersions.Current);
    }

    [Fact]
    public async Task A_closed_store_refuses_to_work()
    {
        var other = _harness.OpenAnother();
        await other.DisposeAsync();
        var read = () => other.FindAsync(_post.BlogId, _post.Id, default);
        var write = () => other.AddAsync(SampleData.Addition(_sample.Comment(_post)), default);

        await read.Should().ThrowAsync<ObjectDisposedException>();
        await write.Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task A_long_feed_is_trimmed_in_several_commits_so_that_others_write_in_between()
    {
        await Store.WriteAsync(
            _post.BlogId,
            static (session, blog) =>
            {
                for (var i = 0; i < 12_000; i++)
                {
                    ChangeFeed.Add(session, blog, BlogChangeKind.Author);
                }

                return true;
            },
            default);
        var newest = await Store.ReadChangePositionAsync(_post.BlogId, default);
        _harness.Writes.Clear();

        (await Store.DeleteChangesAsync(_post.BlogId, DateTimeOffset.MaxValue, default)).Should().Be((int)newest - 1);

        _harness.Writes.Count(static write => write is "transaction.commit").Should().Be(3);
    }

    [Fact]
    public async Task A_change_of_a_clock_that_was_ahead_is_trimmed_with_those_behind_it()
    {
        await Fill.CommentAsync(Store, _sample, _post);
        await Fill.CommentAsync(Store, _sample, _post);
        await Store.WriteAsync(
            true,
            static (session, _) =>
            {
                session.Set(
                    "UPDATE blog_changes SET at = at + iif(nr & 0xFFFFFFFFFF = 2, 9, iif(nr & 0xFFFFFFFFFF < 4, -9, 0)) * 36000000000");
                return true;
            },
            default);

        var deleted = await Store.DeleteChangesAsync(_post.BlogId, DateTimeOffset.UtcNow.AddHours(-1), default);

        deleted.Should().Be(3);
        (await Store.ReadChangesAsync(_post.BlogId, 3, 100, default)).Items.Select(static c => c.Position).Should().Equal(4, 5);
    }

    [Fact]
    public async Task Commands_are_counted_and_few()
    {
        var root = await Fill.CommentAsync(Store, _sample, _post);
        await Fill.CommentAsync(Store, _sample, _post, parent: root);

        await CountAsync(3, () => Store.ReadRootsAsync(
            new RootsQuery { BlogId = _post.BlogId, PostId = _post.Id, Size = 50, RepliesPerRoot = 9, Pinned = 3 }, default));
        await CountAsync(2, () => Store.ReadRepliesAsync(new RepliesQuery { BlogId = root.BlogId, Under = root.Id, Size = 9 }, default));
        await CountAsync(2, () => Store.ReadIntakeAsync(
            new IntakeQuery { BlogId = _post.BlogId, PostId = _post.Id, ParentId = root.Id, SubmissionKey = "k", HistoryKey = "email:a" },
            default));
        await CountAsync(8, () => Store.AddAsync(SampleData.Addition(_sample.Comment(_post)), default));

        async Task CountAsync(long expected, Func<Task> act)
        {
            var commands = await Counted.WhileAsync(_harness.Instruments!.Meter, "blogkit.storage.commands", act);
            commands.Sum(static c => c.Count).Should().Be(expected);
        }
    }

    private async Task<Post> AnotherPostAsync()
    {
        var post = _sample.Post(_post.BlogId, _post.AuthorIds[0]);
        (await Store.SaveAsync(new PostSave(post, null), default)).Should().Be(SaveOutcome.Saved);
        return post;
    }

    private Task<AdditionResult> AddAsync() => Store.AddAsync(SampleData.Addition(_sample.Comment(_post)), default);

    /// <summary>Stops a first write in the middle, lets others come, and counts the commits from there on.</summary>
    private async Task<(AdditionResult[] Results, int Commits)> WhileOneWritesAsync(Func<List<Task<AdditionResult>>> others)
    {
        var stopped = false;
        var record = _harness.Options.BeforeWrite!;
        await _harness.ReopenAsync(operation =>
        {
            record(operation);
            if (!stopped)
            {
                stopped = true;
                _reached.SetResult();
                _gate.Wait();
            }
        });
        _gate.Reset();
        var before = Commits;
        var first = Task.Run(AddAsync);
        await _reached.Task;
        var waiting = others();
        _gate.Set();
        var results = await Task.WhenAll(waiting);
        await first;
        return (results, Commits - before);
    }

    private SqliteConnection Lock()
    {
        var connection = SqliteHarness.Connect(_harness.Path);
        SqliteHarness.Execute(connection, "BEGIN IMMEDIATE");
        return connection;
    }
}
