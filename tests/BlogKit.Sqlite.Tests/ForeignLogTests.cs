using BlogKit.Specification;

namespace BlogKit.Sqlite.Tests;

/// <summary>
/// A host died and left its write-ahead log; somebody puts a copy of the database beside it, by plain means. SQLite would replay the log
/// over whatever file it lies beside.
/// </summary>
public sealed class ForeignLogTests : OnePost
{
    private string Copy => Harness.Path + ".copy";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_older_copy_beside_the_log_is_not_opened(bool isNewFile)
    {
        await CopyAsync();
        await WriteAndCloseAsync();
        await WriteAndDieAsync();
        PutCopy(isNewFile);
        var log = await File.ReadAllBytesAsync(Harness.Path + "-wal");
        await using var store = Harness.OpenAnother();
        var apply = () => store.ApplyAsync(default);
        var check = () => store.CheckAsync(default);

        await apply.Should().ThrowAsync<IOException>().WithMessage("*blog.db*blog.db-wal*blogkit restore*");
        await check.Should().ThrowAsync<IOException>().WithMessage("*blog.db-wal*");

        (await File.ReadAllBytesAsync(Harness.Path)).Should().Equal(await File.ReadAllBytesAsync(Copy));
        (await File.ReadAllBytesAsync(Harness.Path + "-wal")).Should().Equal(log);
        (await SqliteBackup.RestoreAsync(Harness.Path, Copy)).Should().NotBeNull();
        (await store.CountAsync(Post.BlogId, Post.Id, default)).Approved.Should().Be(0);
    }

    [Fact]
    public async Task A_copy_of_another_blog_beside_the_log_is_not_opened()
    {
        await using (var other = new SqliteStore(SqliteLocation.Parse($"Data Source={Copy}"), new SqliteStoreOptions(), null))
        {
            await other.ApplyAsync(default);
            await Fill.PostAsync(other, Sample);
        }

        await WriteAndCloseAsync();
        await WriteAndDieAsync();
        PutCopy(isNewFile: true);
        await using var store = Harness.OpenAnother();
        var apply = () => store.ApplyAsync(default);

        await apply.Should().ThrowAsync<IOException>().WithMessage("*blog.db-wal*");
        File.Delete(Harness.Path + "-wal");
    }

    [Fact]
    public async Task A_copy_of_before_files_had_states_is_not_opened_beside_the_log()
    {
        await using (var old = new SqliteStore(
            SqliteLocation.Parse($"Data Source={Copy}"), new SqliteStoreOptions(), null, SchemaVersions.Steps[..9]))
        {
            await old.ApplyAsync(default);
        }

        Harness.IsAbandoned = true;

        await WriteAndCloseAsync();
        await WriteAndDieAsync();
        PutCopy(isNewFile: false);
        await using var store = Harness.OpenAnother();
        var apply = () => store.ApplyAsync(default);

        await apply.Should().ThrowAsync<IOException>().WithMessage("*blog.db-wal*");
        File.Delete(Harness.Path + "-wal");
    }

    [Fact]
    public async Task The_very_file_that_the_log_was_begun_over_is_as_good_as_the_one_that_was_left()
    {
        await CopyAsync();
        await WriteAndDieAsync();
        PutCopy(isNewFile: true);

        await ShouldStartWithAsync(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("PRAGMA wal_checkpoint(PASSIVE)")]
    [InlineData("VACUUM")]
    [InlineData("PRAGMA user_version = {0}; VACUUM; PRAGMA wal_checkpoint(PASSIVE)")]
    [InlineData("CREATE TABLE own (x); INSERT INTO own VALUES (1)")]
    public async Task What_was_acknowledged_before_the_host_died_is_there_at_its_next_start(string? meanwhile)
    {
        await WriteAndCloseAsync();
        await Fill.CommentAsync(Harness.Store, Sample, Post);
        if (meanwhile is not null)
        {
            Harness.IsAlteredByOthers = true;
            Harness.Execute(string.Format(System.Globalization.CultureInfo.InvariantCulture, meanwhile, SchemaVersions.Current));
        }

        await WriteAndDieAsync();

        await ShouldStartWithAsync(3);
    }

    [Fact]
    public async Task A_host_that_died_after_a_restore_starts_again()
    {
        await new SqliteBackup(Harness.Store).WriteAsync(Copy);
        await WriteAndCloseAsync();
        await SqliteBackup.RestoreAsync(Harness.Path, Copy);
        await WriteAndDieAsync();

        await ShouldStartWithAsync(1);
    }

    [Fact]
    public async Task A_host_that_died_right_after_it_brought_the_file_forward_starts_again()
    {
        await Harness.Store.DisposeAsync();
        Harness.Execute("""
            DROP TABLE file_state;
            DROP TABLE redirects;
            DROP TABLE import_origins;
            DROP TABLE import_runs;
            DROP TABLE blog_changes;
            DROP TRIGGER moderation_log_identity;
            ALTER TABLE moderation_log DROP COLUMN record_id;
            ALTER TABLE posts DROP COLUMN is_pinned;
            ALTER TABLE posts DROP COLUMN format;
            ALTER TABLE post_revisions DROP COLUMN format;
            ALTER TABLE posts DROP COLUMN feed_id;
            ALTER TABLE posts DROP COLUMN fields;
            ALTER TABLE comments DROP COLUMN held_by;
            ALTER TABLE comments DROP COLUMN hold_reason;
            ALTER TABLE comments DROP COLUMN decided_before_hold;
            PRAGMA user_version = 9
            """);
        await Harness.ReopenAsync(Harness.Options.BeforeWrite!);
        await Harness.Store.ApplyAsync(default);
        await WriteAndDieAsync();

        await ShouldStartWithAsync(1);
    }

    [Fact]
    public async Task A_log_that_the_power_cut_short_is_replayed_as_far_as_it_goes()
    {
        await WriteAndDieAsync();
        await using (var log = File.OpenWrite(Harness.Path + "-wal"))
        {
            log.SetLength(log.Length - 100);
            log.Position = log.Length - 1_000;
            log.Write(new byte[500]);
        }

        await using var store = Harness.OpenAnother();

        await store.CheckAsync(default);
        (await store.CountAsync(Post.BlogId, Post.Id, default)).Approved.Should().Be(0);
    }

    [Fact]
    public async Task Others_start_while_a_host_writes()
    {
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await Fill.CommentAsync(Harness.Store, Sample, Post);
            }
        });

        for (var start = 0; start < 40; start++)
        {
            await using var store = Harness.OpenAnother();
            await store.CheckAsync(default);
        }

        await stop.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task A_path_with_odd_letters_is_asked_as_well()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(Harness.Path)!, "a b#c%20d?é"));
        var path = Path.Combine(folder.FullName, "blog.db");
        await using var store = new SqliteStore(SqliteLocation.Parse($"Data Source={path}"), new SqliteStoreOptions(), null);
        await store.ApplyAsync(default);
        await Fill.PostAsync(store, Sample);
        SqliteHarness.Execute(path, "PRAGMA wal_checkpoint(TRUNCATE)");

        FileState.ReadWithoutLog(store.Location).Should().NotBeNull().And.NotBe(Guid.Empty);
    }

    private async Task CopyAsync()
    {
        await Harness.RestartAsync();
        Harness.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        File.Copy(Harness.Path, Copy);
    }

    private void PutCopy(bool isNewFile)
    {
        if (isNewFile)
        {
            File.Delete(Harness.Path);
        }

        File.Copy(Copy, Harness.Path, overwrite: true);
    }

    private async Task WriteAndCloseAsync()
    {
        await Fill.CommentAsync(Harness.Store, Sample, Post);
        await Harness.RestartAsync();
    }

    private async Task WriteAndDieAsync()
    {
        await Fill.CommentAsync(Harness.Store, Sample, Post);
        Harness.DieBeforeWrite(1);
        var write = () => Fill.CommentAsync(Harness.Store, Sample, Post);
        await write.Should().ThrowAsync<StoreDiedException>();
        await Harness.Store.DisposeAsync();
        new FileInfo(Harness.Path + "-wal").Length.Should().BePositive();
    }

    private async Task ShouldStartWithAsync(int comments)
    {
        await using var store = Harness.OpenAnother();
        await store.CheckAsync(default);
        (await store.CountAsync(Post.BlogId, Post.Id, default)).Approved.Should().Be(comments);
        (await new SqliteCheck(store).RunAsync()).Should().BeEmpty();
    }
}
