using System.Text;
using BlogKit.Storage;

namespace BlogKit.Tests.Media;

public sealed class FileSystemMediaStoreTests : IDisposable
{
    private static readonly BlogId s_blog = new(Guid.Parse("018f0000-0000-7000-8000-000000000001"));
    private readonly string _folder = Directory.CreateTempSubdirectory("blogkit-media-").FullName;
    private readonly FileSystemMediaStore _store;

    public FileSystemMediaStoreTests() => _store = new FileSystemMediaStore(_folder, new BlogKit.Internal.MonotonicUuidV7Generator(TimeProvider.System));

    private string BlogFolder => Path.Combine(_folder, s_blog.ToString());

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_picture_that_an_earlier_version_kept_is_found_listed_read_and_deleted()
    {
        var name = new string('a', 64) + ".png";
        Directory.CreateDirectory(BlogFolder);
        await File.WriteAllTextAsync(Path.Combine(BlogFolder, name), "old");

        var found = await _store.FindAsync(s_blog, name, default);

        found.Should().Match<StoredMedia>(f => f.Length == 3 && f.OriginalName == null && f.AddedBy == null);
        (await _store.ListAsync(s_blog, null, 10, default)).Items.Should().Equal(found!);
        (await _store.DeleteAsync(s_blog, name, default)).Should().BeTrue();
        Directory.EnumerateFiles(BlogFolder).Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_adds_what_an_earlier_version_kept_gives_it_a_name_and_does_not_own_it()
    {
        var name = (await AddAsync("old", null)).File.Name;
        File.Delete(Path.Combine(BlogFolder, name + ".json"));

        var added = await AddAsync("old", "named.txt");

        added.IsNew.Should().BeFalse();
        added.File.OriginalName.Should().Be("named.txt");
        added.File.AddedBy.Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"originalName\":3}")]
    [InlineData("{\"originalName\":\"..\",\"addedBy\":\"\"}")]
    public async Task Facts_that_somebody_spoiled_are_as_good_as_none(string facts)
    {
        var name = (await AddAsync("content", "a.txt")).File.Name;
        await File.WriteAllTextAsync(Path.Combine(BlogFolder, name + ".json"), facts);

        var found = await _store.FindAsync(s_blog, name, default);

        found!.OriginalName.Should().BeNull();
        found.AddedBy.Should().BeNull();
    }

    [Fact]
    public async Task A_full_disk_is_told_and_keeps_nothing()
    {
        // ENOSPC, as the system says it.
        using var full = new FaultyStream(new IOException("No space left on device", 28));

        var adding = () => _store.AddAsync(s_blog, NewFile(null), full, default);

        (await adding.Should().ThrowAsync<StoreUnavailableException>()).Which.IsFull.Should().BeTrue();
        Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Fact]
    public async Task What_stands_in_the_folder_and_is_no_file_of_the_store_is_neither_listed_nor_given_out()
    {
        await AddAsync("content", "a.txt");
        await File.WriteAllTextAsync(Path.Combine(BlogFolder, "appsettings.json"), "secret");

        (await _store.ListAsync(s_blog, null, 10, default)).Items.Should().ContainSingle();
        (await _store.OpenAsync(s_blog, "appsettings.json", default)).Should().BeNull();
    }

    private static NewMedia NewFile(string? name) => new()
    {
        Kind = MediaKind.FindByName(new string('0', 64) + ".bin")!,
        AddedAt = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
        OriginalName = name,
        AddedBy = ActorKey.User("42"),
    };

    private async Task<MediaAddition> AddAsync(string content, string? name)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        return await _store.AddAsync(s_blog, NewFile(name), stream, default);
    }

    private sealed class FaultyStream(Exception fault) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw fault;
    }
}
