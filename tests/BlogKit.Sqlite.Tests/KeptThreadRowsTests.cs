using System.Reflection;
using BlogKit.Specification;
using BlogKit.Storage;

namespace BlogKit.Sqlite.Tests;

/// <summary>A row of a thread that was read before is compared with what is stored in every column.</summary>
public sealed class KeptThreadRowsTests : IAsyncLifetime
{
    private readonly SqliteHarness _harness = new();
    private readonly SampleData _sample = new();
    private Post _post = null!;
    private Comment _root = null!;
    private Comment _reply = null!;

    /// <summary>Each member of a row, and how another value of it is stored.</summary>
    public static TheoryData<string, string, bool> Changes => new()
    {
        { nameof(ThreadRow.Status), "status = 0", false },
        { nameof(ThreadRow.Kind), "kind = 1", false },
        { nameof(ThreadRow.CommenterKind), "by_kind = 2", false },
        { nameof(ThreadRow.Name), "by_name = 'Somebody Ёlse'", false },
        { nameof(ThreadRow.Url), "by_url = 'https://example.org/other'", false },
        { nameof(ThreadRow.AvatarUrl), "by_avatar_url = 'https://example.org/other.png'", false },
        { nameof(ThreadRow.AuthorId), "by_author_id = x'0192f0c1a2b37c4d8e5f0011223344aa'", false },
        { nameof(ThreadRow.OwnerKey), "owner_key = 'user:another'", false },
        { nameof(ThreadRow.Html), "html = replace(html, '<p>', '<p>ü')", false },
        { nameof(ThreadRow.CreatedAt), "created_at = created_at + 1", false },
        { nameof(ThreadRow.EditedAt), "edited_at = created_at + 1", false },
        { nameof(ThreadRow.IsPinned), "is_pinned = 1", false },
        { nameof(ThreadRow.UpVotes), "up_votes = up_votes + 1", false },
        { nameof(ThreadRow.DownVotes), "down_votes = down_votes + 1", false },
        { nameof(ThreadRow.Reactions), """reactions = '[{"Key":"heart","Count":2}]'""", false },
        { nameof(ThreadRow.Version), "version = version + 1", false },
        { nameof(ThreadRow.ShownReplies), "shown_replies = shown_replies + 1", false },
        { nameof(ThreadRow.Depth), "depth = depth + 1", false },
        { nameof(ThreadRow.ParentName), "by_name = 'Ёlse'", true },
    };

    public async Task InitializeAsync()
    {
        await _harness.StartAsync();
        _post = await Fill.PostAsync(_harness.Store, _sample);
        _root = _sample.Comment(_post);
        _reply = _sample.Comment(_post, _root);
        await _harness.Store.ImportAsync([_root, _reply], default);
    }

    public async Task DisposeAsync()
    {
        _harness.IsAbandoned = true;
        await _harness.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_is_seen_by_a_connection_that_read_the_comment_before(string member, string change, bool ofTheParent)
    {
        var property = typeof(ThreadRow).GetProperty(member)!;
        var before = property.GetValue(await ReadAsync(_harness.Store));

        Execute($"UPDATE comments SET {change} WHERE id = $id", ofTheParent ? _root : _reply);

        var after = await ReadAsync(_harness.Store);
        await using var another = _harness.OpenAnother();
        after.Should().BeEquivalentTo(await ReadAsync(another), static o => o.ComparingByMembers<ThreadRow>());
        property.GetValue(after).Should().NotBeEquivalentTo(before);
    }

    [Fact]
    public void Every_member_is_changed_that_a_row_can_change_in() =>
        typeof(ThreadRow).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(static p => p.Name)
            .Should().BeEquivalentTo(
                [
                    .. Changes.Select(static c => (string)c[0]),

                    // Where it stands: another place is another row.
                    nameof(ThreadRow.Id), nameof(ThreadRow.PostId), nameof(ThreadRow.ParentId), nameof(ThreadRow.RootId),
                ]);

    [Fact]
    public async Task A_row_that_did_not_change_is_not_made_again() =>
        (await ReadAsync(_harness.Store)).Should().BeSameAs(await ReadAsync(_harness.Store));

    [Fact]
    public async Task A_row_with_a_long_text_is_not_kept()
    {
        Execute($"UPDATE comments SET html = '<p>{new string('x', KeptThreadRows.LongestText)}</p>' WHERE id = $id", _reply);

        (await ReadAsync(_harness.Store)).Should().NotBeSameAs(await ReadAsync(_harness.Store));
    }

    private async Task<ThreadRow> ReadAsync(SqliteStore store)
    {
        var page = await store.ReadRootsAsync(
            new RootsQuery { BlogId = _post.BlogId, PostId = _post.Id, Sort = ThreadSort.Oldest, Size = 10, RepliesPerRoot = 10 }, default);
        return page.Branches.Single().Replies.Single();
    }

    private void Execute(string sql, Comment of) => _harness.Execute(sql, of.Id.Value).Should().Be(1);
}
