using System.Security.Cryptography;
using System.Text;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>
/// Tests the contract of <see cref="IMediaStore"/>, which stands beside the store of a blog and needs no harness: inherit it, open the
/// store, and close it in <see cref="DisposeAsync"/>.
/// </summary>
public abstract class MediaSpecification : IAsyncLifetime
{
    private static readonly DateTimeOffset s_noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private IMediaStore? _store;

    /// <summary>A blog that files are added to.</summary>
    protected BlogId Blog { get; } = new(Guid.Parse("018f0000-0000-7000-8000-000000000001"));

    /// <summary>Another blog, whose files are its own.</summary>
    protected BlogId OtherBlog { get; } = new(Guid.Parse("018f0000-0000-7000-8000-000000000002"));

    /// <summary>The store under test.</summary>
    protected IMediaStore Store => _store ?? throw new InvalidOperationException("The store is there once the test has begun.");

    /// <summary>
    /// Opens the store. It is empty when a test calls this first; called again it is what another host opens over the same files.
    /// </summary>
    protected abstract Task<IMediaStore> OpenAsync();

    /// <summary>Opens the store. Called by xunit before every test.</summary>
    public virtual async Task InitializeAsync() => _store = await OpenAsync().ConfigureAwait(false);

    /// <summary>Removes what the store left behind. Called by xunit after every test.</summary>
    public abstract Task DisposeAsync();

    /// <summary>An added file is read again, with its facts, and is named by its content.</summary>
    [Fact]
    public async Task What_was_added_is_read_again_with_its_facts()
    {
        var content = Bytes("some bees");

        var added = await AddAsync(Store, content, "bees.pdf").ConfigureAwait(false);

        Assert.True(added.IsNew);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)) + ".bin", added.File.Name);
        Assert.Equal(content.Length, added.File.Length);
        Assert.Equal("bees.pdf", added.File.OriginalName);
        Assert.Equal(ActorKey.User("42"), added.File.AddedBy);
        Assert.Equal(s_noon, added.File.AddedAt);
        Assert.Equal(added.File, await Store.FindAsync(Blog, added.File.Name, default).ConfigureAwait(false));
        Assert.Equal(content, await ReadAsync(Store, added.File.Name).ConfigureAwait(false));
    }

    /// <summary>An empty content is one, and one of many megabytes, which comes in small pieces, is read as it was.</summary>
    /// <param name="length">The bytes.</param>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000_001)]
    public async Task A_content_of_any_length_is_read_as_it_was(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);

        var added = await AddAsync(Store, content).ConfigureAwait(false);

        Assert.Equal(content, await ReadAsync(Store, added.File.Name).ConfigureAwait(false));
        Assert.Equal(length, added.File.Length);
    }

    /// <summary>Another host finds what one has added.</summary>
    [Fact]
    public async Task Another_host_finds_what_was_added()
    {
        var added = await AddAsync(Store, Bytes("shared"), "shared.txt").ConfigureAwait(false);

        var other = await OpenAsync().ConfigureAwait(false);

        Assert.Equal(added.File, await other.FindAsync(Blog, added.File.Name, default).ConfigureAwait(false));
        Assert.Equal(Bytes("shared"), await ReadAsync(other, added.File.Name).ConfigureAwait(false));
    }

    /// <summary>The same content again changes nothing and is said to be there.</summary>
    [Fact]
    public async Task The_same_content_again_changes_nothing()
    {
        var first = await AddAsync(Store, Bytes("same"), "first.txt").ConfigureAwait(false);

        var second = await AddAsync(Store, Bytes("same"), "second.txt", s_noon.AddDays(1), ActorKey.User("43")).ConfigureAwait(false);

        Assert.False(second.IsNew);
        Assert.Equal(first.File, second.File);
        Assert.Equal(first.File, await Store.FindAsync(Blog, first.File.Name, default).ConfigureAwait(false));
    }

    /// <summary>Whoever adds what is there without a name gives it one, and does not become its owner.</summary>
    [Fact]
    public async Task A_missing_name_is_filled_in_and_the_owner_stays()
    {
        var first = await AddAsync(Store, Bytes("nameless")).ConfigureAwait(false);

        var second = await AddAsync(Store, Bytes("nameless"), "named.txt", by: ActorKey.User("43")).ConfigureAwait(false);

        Assert.False(second.IsNew);
        Assert.NotEqual(ActorKey.User("43"), second.File.AddedBy);
        Assert.Contains(second.File.OriginalName, (string?[])[null, "named.txt"], StringComparer.Ordinal);
        Assert.Equal(first.File.AddedAt, second.File.AddedAt);
    }

    /// <summary>Of many who add the same at once, from two hosts, one is told that it is new; all read it.</summary>
    [Fact]
    public async Task Of_many_who_add_the_same_at_once_one_is_told_that_it_is_new()
    {
        var other = await OpenAsync().ConfigureAwait(false);
        var content = new byte[300_000];
        new Random(7).NextBytes(content);

        var added = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(
            () => AddAsync(i % 2 == 0 ? Store : other, content, $"{i}.txt")))).ConfigureAwait(false);

        Assert.Single(added, static a => a.IsNew);
        Assert.Single(added.Select(static a => a.File.Name).Distinct(StringComparer.Ordinal));
        Assert.Equal(content, await ReadAsync(Store, added[0].File.Name).ConfigureAwait(false));
        Assert.Single((await Store.ListAsync(Blog, null, 10, default).ConfigureAwait(false)).Items);
        var name = (await Store.FindAsync(Blog, added[0].File.Name, default).ConfigureAwait(false))!.OriginalName;
        Assert.Equal($"{Array.FindIndex(added, static a => a.IsNew)}.txt", name);
    }

    /// <summary>A content that breaks off leaves nothing, and what it threw is let out.</summary>
    [Fact]
    public async Task A_content_that_breaks_off_leaves_nothing()
    {
        using var broken = new BrokenStream(200_000, new InvalidOperationException("It broke off."));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.AddAsync(Blog, NewFile(), broken, default)).ConfigureAwait(false);

        Assert.Empty((await Store.ListAsync(Blog, null, 10, default).ConfigureAwait(false)).Items);
        await AssertNothingIsLeftAsync().ConfigureAwait(false);
    }

    /// <summary>Whoever does not want it any more, while it comes, leaves nothing.</summary>
    [Fact]
    public async Task A_cancelled_addition_leaves_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        using var slow = new BrokenStream(200_000, null) { AtTheEnd = cancelled.Cancel };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.AddAsync(Blog, NewFile(), slow, cancelled.Token)).ConfigureAwait(false);

        Assert.Empty((await Store.ListAsync(Blog, null, 10, default).ConfigureAwait(false)).Items);
        await AssertNothingIsLeftAsync().ConfigureAwait(false);
    }

    /// <summary>A file of another blog is neither found, opened, listed nor deleted.</summary>
    [Fact]
    public async Task What_another_blog_has_is_out_of_reach()
    {
        var name = (await AddAsync(Store, Bytes("mine")).ConfigureAwait(false)).File.Name;

        Assert.Null(await Store.FindAsync(OtherBlog, name, default).ConfigureAwait(false));
        Assert.Null(await Store.OpenAsync(OtherBlog, name, default).ConfigureAwait(false));
        Assert.Empty((await Store.ListAsync(OtherBlog, null, 10, default).ConfigureAwait(false)).Items);
        Assert.False(await Store.DeleteAsync(OtherBlog, name, default).ConfigureAwait(false));
        Assert.NotNull(await Store.FindAsync(Blog, name, default).ConfigureAwait(false));
    }

    /// <summary>Any text may be asked for, and no other than a name leads anywhere.</summary>
    /// <param name="name">The text.</param>
    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\windows\\win.ini")]
    [InlineData("a\0b")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000.png")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000.html")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000.bin.json")]
    [InlineData("000000000000000000000000000000000000000000000000000000000000000A.png")]
    public async Task Any_text_may_be_asked_for(string name)
    {
        await AddAsync(Store, Bytes("there"), "there.txt").ConfigureAwait(false);

        foreach (var asked in (string[])[name, name + new string('x', 1_000)])
        {
            Assert.Null(await Store.FindAsync(Blog, asked, default).ConfigureAwait(false));
            Assert.Null(await Store.OpenAsync(Blog, asked, default).ConfigureAwait(false));
            Assert.False(await Store.DeleteAsync(Blog, asked, default).ConfigureAwait(false));
        }
    }

    /// <summary>An original name of any storable characters comes back as it was given.</summary>
    /// <param name="name">The name.</param>
    [Theory]
    [InlineData("..")]
    [InlineData("../../evil.png")]
    [InlineData("a\"b;c=d.pdf")]
    [InlineData("naïve 漢字 🐝.pdf")]
    [InlineData("{\"a\":1}")]
    public async Task An_original_name_is_a_text_and_no_path(string name)
    {
        var added = await AddAsync(Store, Bytes(name), name).ConfigureAwait(false);

        Assert.Matches("^[0-9a-f]{64}\\.bin$", added.File.Name);
        Assert.Single((await Store.ListAsync(Blog, null, 10, default).ConfigureAwait(false)).Items);
    }

    /// <summary>A name that cannot be stored as a text is refused.</summary>
    [Fact]
    public async Task A_name_that_cannot_be_stored_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => AddAsync(Store, Bytes("x"), "a\0b")).ConfigureAwait(false);
        await Assert.ThrowsAsync<ArgumentException>(() => AddAsync(Store, Bytes("x"), "half " + (char)0xD83D)).ConfigureAwait(false);

        Assert.Empty((await Store.ListAsync(Blog, null, 10, default).ConfigureAwait(false)).Items);
    }

    /// <summary>A deleted file is gone, for another host too, and may be added again as something new.</summary>
    [Fact]
    public async Task What_is_deleted_is_gone_and_may_be_added_again()
    {
        var other = await OpenAsync().ConfigureAwait(false);
        var name = (await AddAsync(Store, Bytes("short-lived"), "before.txt").ConfigureAwait(false)).File.Name;

        Assert.True(await Store.DeleteAsync(Blog, name, default).ConfigureAwait(false));

        Assert.False(await Store.DeleteAsync(Blog, name, default).ConfigureAwait(false));
        Assert.Null(await other.FindAsync(Blog, name, default).ConfigureAwait(false));
        Assert.Null(await other.OpenAsync(Blog, name, default).ConfigureAwait(false));
        Assert.Empty((await other.ListAsync(Blog, null, 10, default).ConfigureAwait(false)).Items);
        await AssertNothingIsLeftAsync().ConfigureAwait(false);
        var again = await AddAsync(other, Bytes("short-lived"), by: ActorKey.User("43")).ConfigureAwait(false);
        Assert.True(again.IsNew);
        Assert.Null(again.File.OriginalName);
        Assert.Equal(ActorKey.User("43"), again.File.AddedBy);
    }

    /// <summary>Whoever is reading while it is deleted reads it to its end, or is told; never a part as if it were all.</summary>
    [Fact]
    public async Task What_is_deleted_while_it_is_read_is_not_cut_off()
    {
        var content = new byte[2_000_000];
        new Random(3).NextBytes(content);
        var name = (await AddAsync(Store, content).ConfigureAwait(false)).File.Name;
        var reading = await Store.OpenAsync(Blog, name, default).ConfigureAwait(false);
        Assert.NotNull(reading);
        await using (reading.ConfigureAwait(false))
        {
            var start = new byte[1_000];
            await reading.ReadExactlyAsync(start).ConfigureAwait(false);

            await Store.DeleteAsync(Blog, name, default).ConfigureAwait(false);

            using var rest = new MemoryStream();
            try
            {
                await reading.CopyToAsync(rest).ConfigureAwait(false);
            }
            catch (IOException)
            {
                return;
            }

            Assert.Equal(content, (byte[])[.. start, .. rest.ToArray()]);
        }
    }

    /// <summary>Additions and deletions of the same at once leave it whole or gone.</summary>
    [Fact]
    public async Task Additions_and_deletions_at_once_leave_it_whole_or_gone()
    {
        var other = await OpenAsync().ConfigureAwait(false);
        var content = new byte[100_000];
        new Random(5).NextBytes(content);
        var name = (await AddAsync(Store, content).ConfigureAwait(false)).File.Name;

        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () =>
        {
            var host = i % 4 < 2 ? Store : other;
            if (i % 2 == 0)
            {
                await host.DeleteAsync(Blog, name, default).ConfigureAwait(false);
            }
            else
            {
                await AddAsync(host, content, "x.txt").ConfigureAwait(false);
            }
        }))).ConfigureAwait(false);

        if (await Store.FindAsync(Blog, name, default).ConfigureAwait(false) is not null)
        {
            Assert.Equal(content, await ReadAsync(Store, name).ConfigureAwait(false));
        }
    }

    /// <summary>A list begins at the latest, goes on by cursors in both directions, and shows each once.</summary>
    [Fact]
    public async Task A_list_goes_from_the_latest_to_the_first_and_back()
    {
        for (var i = 0; i < 11; i++)
        {
            // Some are of one moment.
            await AddAsync(Store, Bytes($"file {i}"), $"{i}.txt", s_noon.AddMinutes(i / 2)).ConfigureAwait(false);
        }

        var all = (await Store.ListAsync(Blog, null, 100, default).ConfigureAwait(false)).Items;
        var forwards = new List<StoredMedia>();
        MediaCursor? cursor = null;
        Slice<StoredMedia> part;
        do
        {
            part = await Store.ListAsync(Blog, cursor, 4, default).ConfigureAwait(false);
            Assert.Equal(forwards.Count > 0, part.HasPrevious);
            forwards.AddRange(part.Items);
            cursor = new MediaCursor(part.Items[^1].AddedAt, part.Items[^1].Name);
        }
        while (part.HasNext);

        var before = await Store.ListAsync(Blog, new MediaCursor(part.Items[0].AddedAt, part.Items[0].Name, Backwards: true), 4, default)
            .ConfigureAwait(false);
        Assert.Equal(11, all.Length);
        Assert.Equal(all, forwards);
        Assert.Equal(all.OrderByDescending(static f => f.AddedAt).ThenBy(static f => f.Name, StringComparer.Ordinal), all);
        Assert.Equal(all.Skip(4).Take(4), before.Items);
        Assert.True(before is { HasPrevious: true, HasNext: true });
    }

    /// <summary>A cursor stays good when the file at its place is deleted, and others come.</summary>
    [Fact]
    public async Task A_cursor_stays_good_when_its_file_goes_and_others_come()
    {
        var names = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            names.Insert(0, (await AddAsync(Store, Bytes($"file {i}"), addedAt: s_noon.AddMinutes(i)).ConfigureAwait(false)).File.Name);
        }

        var first = await Store.ListAsync(Blog, null, 2, default).ConfigureAwait(false);
        await Store.DeleteAsync(Blog, first.Items[^1].Name, default).ConfigureAwait(false);
        await AddAsync(Store, Bytes("newer"), addedAt: s_noon.AddDays(1)).ConfigureAwait(false);
        var next = await Store.ListAsync(
            Blog, new MediaCursor(first.Items[^1].AddedAt, first.Items[^1].Name), 2, default).ConfigureAwait(false);

        Assert.Equal(names[2..4], next.Items.Select(static f => f.Name), StringComparer.Ordinal);
        Assert.True(next.HasNext);
    }

    /// <summary>Adds a content as any other file.</summary>
    /// <param name="store">The store.</param>
    /// <param name="content">The content.</param>
    /// <param name="originalName">Null for none.</param>
    /// <param name="addedAt">Null = a noon.</param>
    /// <param name="by">Null = a user.</param>
    protected async Task<MediaAddition> AddAsync(
        IMediaStore store, byte[] content, string? originalName = null, DateTimeOffset? addedAt = null, ActorKey? by = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        using var stream = new MemoryStream(content, writable: false);
        return await store.AddAsync(
            Blog,
            NewFile() with { OriginalName = originalName, AddedAt = addedAt ?? s_noon, AddedBy = by ?? ActorKey.User("42") },
            stream,
            default).ConfigureAwait(false);
    }

    /// <summary>Fails when the store has kept something of what is not there; a store that can tell overrides it.</summary>
    protected virtual Task AssertNothingIsLeftAsync() => Task.CompletedTask;

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static NewMedia NewFile() => new()
    {
        Kind = MediaKind.FindByName(new string('0', 64) + ".bin")!,
        AddedAt = s_noon,
        AddedBy = ActorKey.User("42"),
    };

    private async Task<byte[]> ReadAsync(IMediaStore store, string name)
    {
        var opened = await store.OpenAsync(Blog, name, default).ConfigureAwait(false);
        Assert.NotNull(opened);
        await using (opened.ConfigureAwait(false))
        {
            using var memory = new MemoryStream();
            await opened.CopyToAsync(memory).ConfigureAwait(false);
            return memory.ToArray();
        }
    }
}
