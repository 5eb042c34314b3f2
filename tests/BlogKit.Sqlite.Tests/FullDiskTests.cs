using System.Globalization;
using BlogKit.Specification;
using BlogKit.Storage;

namespace BlogKit.Sqlite.Tests;

/// <summary>
/// A disk that is really full: what was acknowledged is there, what cannot be written is refused with what to do, and it goes on when there
/// is room.
/// </summary>
public sealed class FullDiskTests
{
    private readonly SampleData _sample = new();

    [MountFact]
    public async Task A_full_disk_refuses_writes_loses_nothing_and_goes_on_when_there_is_room()
    {
        using var disk = SmallDisk.TryMount().Disk!;
        var location = SqliteLocation.Parse($"Data Source={Path.Combine(disk.Folder, "blog.db")}");
        var acknowledged = new List<Comment>();
        await using (var store = new SqliteStore(location, new SqliteStoreOptions(), null))
        {
            await store.ApplyAsync(default);
            var post = await Fill.PostAsync(store, _sample);
            acknowledged.Add(await Fill.CommentAsync(store, _sample, post));
            disk.Fill();
            var write = async () => acknowledged.Add(await Fill.CommentAsync(store, _sample, post, new string('x', 20_000)));
            for (var i = 0; i < 3; i++)
            {
                await write.Should().ThrowAsync<IOException>().WithMessage("*disk*blog.db*full*Make room*");
            }

            var health = () => store.CheckWritingAsync(default);
            await health.Should().ThrowAsync<IOException>().WithMessage("*disk*blog.db*full*Make room*");
            await store.CheckAsync(default);
            (await store.CountAsync(post.BlogId, post.Id, default)).Approved
                .Should().Be(acknowledged.Count, because: "reading needs no room");

            disk.MakeRoom();
            await write();
            await health();
            (await store.CountAsync(post.BlogId, post.Id, default)).Approved.Should().Be(acknowledged.Count);
            disk.Fill();
        }

        await using (var starting = new SqliteStore(location, new SqliteStoreOptions(), null))
        {
            var start = async () =>
            {
                await starting.ApplyAsync(default);
                await starting.CheckWritingAsync(default);
            };
            await start.Should().ThrowAsync<IOException>().WithMessage("*disk*blog.db*full*Make room*");
            disk.MakeRoom();
            await start();
        }

        await using var again = new SqliteStore(location, new SqliteStoreOptions(), null);
        foreach (var comment in acknowledged)
        {
            (await again.FindAsync(comment.BlogId, comment.Id, default)).Should().NotBeNull();
        }

        (await new SqliteCheck(again).RunAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_that_may_not_grow_refuses_writes_loses_nothing_and_goes_on_when_it_may()
    {
        await using var harness = new SqliteHarness();
        await harness.StartAsync();
        var post = await Fill.PostAsync(harness.Store, _sample);
        var acknowledged = 0;
        await LimitAsync(harness.Store, 1);
        var write = async () =>
        {
            await Fill.CommentAsync(harness.Store, _sample, post, new string('x', 20_000));
            acknowledged++;
        };

        (await write.Should().ThrowAsync<StoreUnavailableException>().WithMessage("*disk*blog.db*full*Make room*")).Which.IsFull
            .Should().BeTrue();
        await write.Should().ThrowAsync<IOException>();
        (await harness.Store.CountAsync(post.BlogId, post.Id, default)).Approved.Should().Be(0);
        await LimitAsync(harness.Store, 1_000_000);
        await write();

        (await harness.Store.CountAsync(post.BlogId, post.Id, default)).Approved.Should().Be(acknowledged).And.Be(1);
    }

    // On the very connection that writes; 1 is raised by SQLite to the pages there are.
    private static Task<long> LimitAsync(SqliteStore store, int pages) => store.WriteAsync(
        pages,
        static (session, pages) => session.Get(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}")),
        default);
}
