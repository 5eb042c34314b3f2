using BlogKit.Specification;

namespace BlogKit.Sqlite.Tests;

/// <summary>A promise that holds also when somebody touches the file: what is acknowledged is in the file that everybody finds.</summary>
public sealed class ReplacedFileTests : IAsyncLifetime
{
    private readonly SqliteHarness _harness = new();
    private readonly SampleData _sample = new();
    private Post _post = null!;

    private string Backup => _harness.Path + ".copy";

    public async Task InitializeAsync()
    {
        await _harness.StartAsync();
        _post = await Fill.PostAsync(_harness.Store, _sample);
        await Fill.CommentAsync(_harness.Store, _sample, _post);
        await new SqliteBackup(_harness.Store).WriteAsync(Backup);
        await Fill.CommentAsync(_harness.Store, _sample, _post);
    }

    public async Task DisposeAsync() => await _harness.DisposeAsync();

    [Theory]
    [InlineData("deleted")]
    [InlineData("renamed")]
    [InlineData("replaced")]
    public async Task Nothing_is_acknowledged_once_the_file_is_another_one(string how)
    {
        _harness.IsAbandoned = true;
        Change(how);
        var write = () => Fill.CommentAsync(_harness.Store, _sample, _post);
        var check = () => _harness.Store.CheckAsync(default);
        var backup = () => new SqliteBackup(_harness.Store).WriteAsync(Backup + "2");

        await write.Should().ThrowAsync<IOException>().WithMessage("*blog.db*replaced*blogkit restore*");
        await check.Should().ThrowAsync<IOException>().WithMessage("*blog.db*replaced*");
        await backup.Should().ThrowAsync<IOException>().WithMessage("*blog.db*replaced*");
    }

    [Fact]
    public async Task A_commit_into_a_file_that_goes_meanwhile_is_not_acknowledged()
    {
        _harness.IsAbandoned = true;
        var record = _harness.Options.BeforeWrite!;
        await _harness.ReopenAsync(operation =>
        {
            record(operation);
            if (operation == "transaction.commit")
            {
                File.Delete(_harness.Path);
            }
        });

        var write = () => Fill.CommentAsync(_harness.Store, _sample, _post);

        await write.Should().ThrowAsync<IOException>().WithMessage("*blog.db*");
    }

    [Theory]
    [InlineData("-wal", "deleted")]
    [InlineData("-wal", "renamed")]
    [InlineData("-wal", "replaced")]
    [InlineData("-shm", "deleted")]
    public async Task Nothing_is_acknowledged_once_the_log_is_another_one(string file, string how)
    {
        var log = _harness.Path + file;
        switch (how)
        {
            case "deleted":
                File.Delete(log);
                break;
            case "renamed":
                File.Move(log, log + ".away");
                break;
            default:
                await File.WriteAllBytesAsync(log + ".empty", []);
                File.Move(log + ".empty", log, overwrite: true);
                break;
        }

        var write = () => Fill.CommentAsync(_harness.Store, _sample, _post);
        var check = () => _harness.Store.CheckWritingAsync(default);

        await write.Should().ThrowAsync<IOException>().WithMessage($"*blog.db{file}*ordinary way*");
        await check.Should().ThrowAsync<IOException>().WithMessage($"*blog.db{file}*");

        // As it says: whoever closes the database in the ordinary way loses nothing that was acknowledged.
        File.Delete(_harness.Path + "-wal");
        await _harness.RestartAsync();
        (await _harness.Store.CountAsync(_post.BlogId, _post.Id, default)).Approved.Should().Be(2);
    }

    [Fact]
    public async Task A_commit_into_a_log_that_goes_meanwhile_is_not_acknowledged()
    {
        var record = _harness.Options.BeforeWrite!;
        await _harness.ReopenAsync(operation =>
        {
            record(operation);
            if (operation == "transaction.commit")
            {
                File.Delete(_harness.Path + "-wal");
            }
        });

        var write = () => Fill.CommentAsync(_harness.Store, _sample, _post);

        await write.Should().ThrowAsync<IOException>().WithMessage("*blog.db-wal*");
    }

    [Fact]
    public async Task A_log_that_another_process_cuts_back_is_still_the_same()
    {
        SqliteHarness.Execute(_harness.Path, "PRAGMA wal_checkpoint(TRUNCATE)");

        await Fill.CommentAsync(_harness.Store, _sample, _post);

        (await _harness.Store.CountAsync(_post.BlogId, _post.Id, default)).Approved.Should().Be(3);
    }

    [Fact]
    public async Task A_file_that_came_back_is_written_again()
    {
        File.Move(_harness.Path, _harness.Path + ".away");
        var write = () => Fill.CommentAsync(_harness.Store, _sample, _post);
        await write.Should().ThrowAsync<IOException>();
        File.Move(_harness.Path + ".away", _harness.Path);

        await write();

        (await _harness.Store.CountAsync(_post.BlogId, _post.Id, default)).Approved.Should().Be(3);
    }

    [Fact]
    public async Task A_backup_beside_the_log_of_the_file_it_replaced_is_not_opened()
    {
        await DieAsync();
        File.Copy(Backup, _harness.Path, overwrite: true);
        await using var store = _harness.OpenAnother();
        var apply = () => store.ApplyAsync(default);
        var check = () => store.CheckAsync(default);

        await apply.Should().ThrowAsync<IOException>().WithMessage("*blog.db-wal*");
        await check.Should().ThrowAsync<IOException>().WithMessage("*blog.db-wal*");
        (await SqliteBackup.RestoreAsync(_harness.Path, Backup)).Should().NotBeNull();
        (await store.CountAsync(_post.BlogId, _post.Id, default)).Approved.Should().Be(1);
    }

    [Fact]
    public async Task A_file_that_was_emptied_is_not_opened_and_its_log_stays()
    {
        await DieAsync();
        await File.WriteAllBytesAsync(_harness.Path, []);
        var log = await File.ReadAllBytesAsync(_harness.Path + "-wal");
        await using var store = _harness.OpenAnother();
        var apply = () => store.ApplyAsync(default);

        await apply.Should().ThrowAsync<IOException>().WithMessage("*blog.db-wal*blogkit restore*");

        (await File.ReadAllBytesAsync(_harness.Path + "-wal")).Should().Equal(log);
        (await SqliteBackup.RestoreAsync(_harness.Path, Backup)).Should().NotBeNull();
        (await store.CountAsync(_post.BlogId, _post.Id, default)).Approved.Should().Be(1);
    }

    [Fact]
    public async Task Restoring_works_beside_a_running_host()
    {
        _harness.IsAlteredByOthers = true;
        (await SqliteBackup.RestoreAsync(_harness.Path, Backup)).Should().BeNull();

        (await _harness.Store.CountAsync(_post.BlogId, _post.Id, default)).Approved.Should().Be(1);
        await Fill.CommentAsync(_harness.Store, _sample, _post);
        (await _harness.Store.CountAsync(_post.BlogId, _post.Id, default)).Approved.Should().Be(2);
    }

    [Fact]
    public async Task A_damaged_database_is_set_aside()
    {
        await _harness.Store.DisposeAsync();
        await File.WriteAllTextAsync(_harness.Path, new string('x', 5000));

        var aside = await SqliteBackup.RestoreAsync(_harness.Path, Backup);

        (await File.ReadAllTextAsync(aside!)).Should().StartWith("xxx");
        await using var store = _harness.OpenAnother();
        (await store.CountAsync(_post.BlogId, _post.Id, default)).Approved.Should().Be(1);
    }

    [Fact]
    public async Task A_missing_database_is_made()
    {
        var path = Path.Combine(Path.GetDirectoryName(_harness.Path)!, "new.db");

        (await SqliteBackup.RestoreAsync(path, Backup)).Should().BeNull();

        await using var store = new SqliteStore(SqliteLocation.Parse($"Data Source={path}"), new SqliteStoreOptions(), null);
        (await store.CountAsync(_post.BlogId, _post.Id, default)).Approved.Should().Be(1);
        Directory.GetFiles(Path.GetDirectoryName(path)!, "*.partial").Should().BeEmpty();
    }

    [Fact]
    public async Task A_backup_of_before_is_brought_forward()
    {
        var old = Path.Combine(Path.GetDirectoryName(_harness.Path)!, "old.db");
        await using (var store = new SqliteStore(
            SqliteLocation.Parse($"Data Source={old}"), new SqliteStoreOptions(), null, SchemaVersions.Steps[..2]))
        {
            await store.ApplyAsync(default);
        }

        await SqliteBackup.RestoreAsync(_harness.Path, old);

        await _harness.Store.CheckAsync(default);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("damaged")]
    [InlineData("foreign")]
    [InlineData("newer")]
    [InlineData("itself")]
    public async Task A_copy_that_is_none_changes_nothing(string what)
    {
        var copy = what == "itself" ? _harness.Path : Backup;
        switch (what)
        {
            case "missing":
                File.Delete(Backup);
                break;
            case "damaged":
                await using (var file = File.OpenWrite(Backup))
                {
                    file.Position = 5000;
                    file.Write(new byte[20_000]);
                }

                break;
            case "foreign":
                SqliteHarness.Execute(Backup, "PRAGMA application_id = 7");
                break;
            case "newer":
                SqliteHarness.Execute(Backup, "PRAGMA user_version = 9999");
                break;
        }

        var restore = () => SqliteBackup.RestoreAsync(_harness.Path, copy);

        await restore.Should().ThrowAsync<Exception>().Where(static e => e is IOException || e is InvalidOperationException).WithMessage(
            $"*{Path.GetFileName(copy)}*");
        (await _harness.Store.CountAsync(_post.BlogId, _post.Id, default)).Approved.Should().Be(2);
    }

    [Fact]
    public async Task A_whole_database_passes_the_check_and_can_be_written()
    {
        (await new SqliteCheck(_harness.Store).RunAsync()).Should().BeEmpty();
        await _harness.Store.CheckWritingAsync(default);

        Directory.GetFiles(Path.GetDirectoryName(_harness.Path)!, "*probe*").Should().BeEmpty();
    }

    [Theory]
    [InlineData("UPDATE threads SET approved = approved + 1", "approved comments of the thread")]
    [InlineData("UPDATE blog_counts SET pending = 3", "pending comments of the blog")]
    [InlineData("UPDATE threads SET present_roots = 0", "shown roots")]
    [InlineData("UPDATE comments SET shown_replies = 9", "shown replies")]
    [InlineData("INSERT INTO feedback (comment_nr, voter_key, vote) SELECT nr, 'guest:x', 1 FROM comments", "votes")]
    [InlineData("UPDATE comments SET present_children = 2", "answers")]
    [InlineData("UPDATE commenters SET approved = 7", "history of a commenter")]
    [InlineData("DELETE FROM posts", "posts that is not there")]
    public async Task The_check_says_what_is_wrong(string damage, string said)
    {
        _harness.IsAbandoned = true;
        SqliteHarness.Execute(_harness.Path, damage);

        (await new SqliteCheck(_harness.Store).RunAsync()).Should().Contain(line => line.Contains(said));
    }

    [Fact]
    public async Task The_check_finds_damaged_pages()
    {
        _harness.IsAbandoned = true;
        await _harness.Store.DisposeAsync();
        await using (var file = File.OpenWrite(_harness.Path))
        {
            file.Position = file.Length / 4096 / 2 * 4096;
            file.Write(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
        }

        await using var store = _harness.OpenAnother();

        (await new SqliteCheck(store).RunAsync()).Should().NotBeEmpty();
    }

    private void Change(string how)
    {
        switch (how)
        {
            case "deleted":
                File.Delete(_harness.Path);
                break;
            case "renamed":
                File.Move(_harness.Path, _harness.Path + ".away");
                break;
            default:
                File.Move(Backup, _harness.Path, overwrite: true);
                break;
        }
    }

    private async Task DieAsync()
    {
        _harness.DieBeforeWrite(1);
        var write = () => Fill.CommentAsync(_harness.Store, _sample, _post);
        await write.Should().ThrowAsync<StoreDiedException>();
        await _harness.Store.DisposeAsync();
        new FileInfo(_harness.Path + "-wal").Length.Should().BePositive();
    }
}
