using BlogKit.Storage;
using Microsoft.Data.Sqlite;

namespace BlogKit.Sqlite.Tests;

public sealed class LocationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("blogkit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Data Source=b.db;Cache=Shared", "Cache=Shared")]
    [InlineData("Data Source=file:u.db?cache=shared", "cache=shared")]
    [InlineData("Data Source=file:u.db?mode=memory", "mode=memory")]
    [InlineData("Data Source=file:u.db?mode=MEMORY&cache=private", "mode=MEMORY")]
    [InlineData("Data Source=file:u.db?mode=ro", "mode=ro")]
    [InlineData("Data Source=FILE:u.db?immutable=1", "immutable=1")]
    [InlineData("Data Source=file:u.db?nolock=1", "nolock=1")]
    [InlineData("Data Source=file:u.db?vfs=memdb", "vfs=memdb")]
    [InlineData("Data Source=file:u.db?m%6Fde=memory", "mode=memory")]
    [InlineData("Data Source=file://nas/share/u.db", "nas")]
    [InlineData("Data Source=file:", "names no file")]
    [InlineData("Data Source=file:?mode=rwc", "names no file")]
    [InlineData("Data Source=file::memory:", "UseInMemory")]
    [InlineData("Data Source=:memory:", "UseInMemory")]
    [InlineData("Data Source=b.db;Mode=Memory", "UseInMemory")]
    [InlineData("Data Source=b.db;Mode=ReadOnly", "Mode=ReadOnly")]
    [InlineData("Data Source=b.db;Password=secret", "Password")]
    [InlineData("Data Source=b.db;Vfs=unix-none", "Vfs=unix-none")]
    [InlineData("Mode=ReadWrite", "names no file")]
    public void What_is_taken_and_would_not_work_is_refused_by_name(string connectionString, string named)
    {
        var parse = () => SqliteLocation.Parse(connectionString);

        parse.Should().Throw<ArgumentException>().WithMessage($"*{named}*");
    }

    [Theory]
    [InlineData("Data Source=blog.db", "blog.db")]
    [InlineData("Data Source=file:blog.db", "blog.db")]
    [InlineData("Data Source=file:my%20blog.db?mode=rwc&cache=private#x", "my blog.db")]
    [InlineData("Data Source=file:///srv/blog.db", "/srv/blog.db")]
    [InlineData("Data Source=file://localhost/srv/blog.db?mode=rw", "/srv/blog.db")]
    [InlineData("Data Source=blog.db;Pooling=True;Default Timeout=0;Foreign Keys=False;Cache=Private", "blog.db")]
    public void What_works_is_the_path_it_stands_for(string connectionString, string path) =>
        SqliteLocation.Parse(connectionString).Path.Should().Be(path);

    [Fact]
    public async Task A_URI_is_the_file_it_names()
    {
        await using (var store = Open($"file:{_folder}/a%20blog.db"))
        {
            await store.ApplyAsync(default);
        }

        File.Exists(Path.Combine(_folder, "a blog.db")).Should().BeTrue();
    }

    [Fact]
    public async Task A_missing_folder_is_named()
    {
        await using var store = Open(Path.Combine(_folder, "missing", "blog.db"));

        await Refused(() => store.ApplyAsync(default), "missing", "folder", "Create it");
        await Refused(() => store.CheckAsync(default), "missing", "folder", "Create it");
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_file_is_named()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "blog.db"));
        await using var store = Open(Path.Combine(_folder, "blog.db"));

        await Refused(() => store.ApplyAsync(default), "is a folder");
        await Refused(() => store.CheckAsync(default), "is a folder");
    }

    [Fact]
    public async Task A_missing_file_says_what_creates_it()
    {
        await using var store = Open(Path.Combine(_folder, "blog.db"));

        await Refused(() => store.CheckAsync(default), "blog.db", "PrepareBlogKitAsync", "blogkit init");
    }

    [Fact]
    public async Task A_missing_file_that_may_not_be_created_says_so()
    {
        await using var store = Open(Path.Combine(_folder, "blog.db"), ";Mode=ReadWrite");

        await Refused(() => store.ApplyAsync(default), "blog.db", "Mode=ReadWrite");
    }

    [Fact]
    public async Task A_folder_without_the_right_to_write_is_named()
    {
        // Nobody, not even root, may create files there.
        await using var store = Open("/sys/blog.db");
        var probe = () => WriteProbe.Try(SqliteLocation.Parse("Data Source=/sys/blog.db"));

        await Refused(() => store.ApplyAsync(default), "/sys", "right to read and write");
        probe.Should().Throw<IOException>().WithMessage("*/sys/blog.db*read-only*");
    }

    [Theory]
    [InlineData(8, "read-only")]
    [InlineData(13, "full")]
    [InlineData(11, "blogkit check")]
    [InlineData(10, "disk")]
    public void Faults_of_the_disk_name_the_file_and_what_to_do(int code, string said)
    {
        var location = SqliteLocation.Parse($"Data Source={_folder}/blog.db");

        StoreFaults.Explain(location, new SqliteException("of SQLite", code, code)).Should().BeOfType<StoreUnavailableException>()
            .Which.Message.Should().Contain(location.Path).And.Contain(said);
    }

    [Fact]
    public async Task An_older_file_says_what_brings_it_forward()
    {
        await using (var old = new SqliteStore(
            SqliteLocation.Parse($"Data Source={_folder}/blog.db"), new SqliteStoreOptions(), null, SchemaVersions.Steps[..1]))
        {
            await old.ApplyAsync(default);
        }

        await using var store = Open(Path.Combine(_folder, "blog.db"));
        var check = () => store.CheckAsync(default);

        await check.Should().ThrowAsync<InvalidOperationException>().WithMessage("*PrepareBlogKitAsync*blogkit init*");
    }

    private static SqliteStore Open(string path, string more = "") =>
        new(SqliteLocation.Parse($"Data Source={path}{more}"), new SqliteStoreOptions(), instruments: null);

    private static async Task Refused(Func<Task> act, params string[] said)
    {
        var fault = (await act.Should().ThrowAsync<IOException>()).Which;
        said.Should().AllSatisfy(part => fault.Message.Should().Contain(part));
    }
}
