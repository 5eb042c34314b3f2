using System.Collections.Immutable;
using BlogKit.Moderation;
using BlogKit.Specification;
using BlogKit.Storage;
using Microsoft.Data.Sqlite;

namespace BlogKit.Sqlite.Tests;

public sealed class SchemaTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("blogkit-").FullName;
    private readonly SampleData _sample = new();

    private string File => Path.Combine(_folder, "blog.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_older_file_is_brought_forward_with_what_is_in_it()
    {
        await using var store = await BringForwardAsync(version: 1, """
            INSERT INTO blogs (id, blog_key, name, description, language, comment_mode, reactions, created_at, updated_at, version)
            VALUES (x'019ca9450a0070018000000000000001', 'old', 'Old', '', 'en', 0, '[]', 0, 0, 1);
            INSERT INTO posts (id, blog_nr, kind, status, visibility, published_at, slug, title, author_ids, category_ids, footer_block_ids,
                series_position, word_count, renderer_version, created_at, updated_at, version, excerpt_text, excerpt_html)
            VALUES (x'019ca9450a0070018000000000000002', 1, 0, 3, 0, 1, 'smoke', 'Smoke', x'', x'', x'', 0, 1, 1, 0, 0, 1, '', '');
            INSERT INTO post_texts (post_nr, markdown, html, plain_text) VALUES (1, 'm', 'h', 'Smoke calms the hive');
            """);
        await store.CheckAsync(default);

        var found = await store.SearchAsync(Query("hive", new BlogId(Guid.Parse("019ca9450a0070018000000000000001"))), default);

        found.Items.Should().ContainSingle().Which.Post.Title.Should().Be("Smoke");
    }

    [Fact]
    public async Task Texts_that_are_cut_into_other_words_since_version_11_are_indexed_again()
    {
        await using var store = await BringForwardAsync(version: 10, """
            INSERT INTO blogs (id, blog_key, name, description, language, comment_mode, reactions, created_at, updated_at, version)
            VALUES (x'019ca9450a0070018000000000000001', 'old', 'Old', '', 'ja', 0, '[]', 0, 0, 1);
            INSERT INTO posts (id, blog_nr, kind, status, visibility, published_at, slug, title, author_ids, category_ids, footer_block_ids,
                series_position, word_count, renderer_version, created_at, updated_at, content_updated_at, version, excerpt_text, excerpt_html)
            VALUES (x'019ca9450a0070018000000000000002', 1, 0, 3, 0, 1, 'smoke', 'Smoke', x'', x'', x'', 0, 1, 1, 0, 0, 0, 1, '', '');
            INSERT INTO post_texts (post_nr, markdown, html, plain_text) VALUES (1, 'm', 'h', 'ﾐﾂﾊﾞﾁ');
            INSERT INTO search (rowid, title, body) VALUES (2, 'smoke', 'ミツバチ');
            """);

        var found = await store.SearchAsync(Query("ツバ", new BlogId(Guid.Parse("019ca9450a0070018000000000000001"))), default);

        found.Items.Should().ContainSingle().Which.Post.Title.Should().Be("Smoke");
    }

    [Fact]
    public void The_table_of_schema_versions_in_the_documents_is_complete()
    {
        var rows = System.IO.File.ReadLines(Path.Combine(AppContext.BaseDirectory, "blogkit-sqlite.md"))
            .SkipWhile(static line => !string.Equals(line, "## Schema versions", StringComparison.Ordinal))
            .TakeWhile(static line => !line.StartsWith("## What", StringComparison.Ordinal));

        rows.Where(static line => line.Length > 2 && char.IsAsciiDigit(line[2])).Select(
            static line => int.Parse(line.Split('|')[1], System.Globalization.CultureInfo.InvariantCulture))
            .Should().Equal(SchemaVersions.Steps.Select(static step => step.Version));
    }

    [Fact]
    public async Task A_file_of_before_moderation_keeps_its_comments_and_their_log()
    {
        await using var store = await BringForwardAsync(version: 2, VersionTwoRows);
        await store.CheckAsync(default);
        var blog = new BlogId(Guid.Parse("019ca9450a0070018000000000000001"));
        var post = new PostId(Guid.Parse("019ca9450a0070018000000000000002"));
        var comments = await store.ListHistoryAsync(new HistoryQuery { BlogId = blog, Size = 10 }, default);
        var first = await store.ListAllOfCommentAsync(comments[0].BlogId, comments[0].Id, default);
        var log = await store.ListAfterAsync(blog, 0, 10, default);
        string[] writers = [.. comments.Select(static c => c.By.HistoryKey).OfType<string>()];
        var facts = await store.ReadFactsAsync(
            new ModerationFactsQuery
            {
                BlogId = blog,
                PostId = post,
                Activity = [.. writers.Select(static key => new ActivityWindow(ActivityScope.Writer, key, DateTimeOffset.MinValue))],
                Now = SampleData.Now,
            },
            default);

        writers.Should().Equal(
            "email:ada@reader.example", "email:ädä@reader.example", "user:Key", "author:019ca9450a0070018000000000000009");
        facts.Activity.Select(static a => a.Comments).Should().Equal(1, 1, 1, 1);
        comments.Select(static c => c.StatusChangedAt?.Ticks).Should().Equal(70, null, null, null, null);
        comments[0].Decision.Findings.Should().ContainSingle().Which.Code.Should().Be("first");
        comments[0].Decision.Points.Should().Be(0);
        first.Select(static r => r.At.Ticks)
            .Should().Equal([90, 70, 80], "a comment's records keep their order, whatever their clocks said");
        log.Select(static l => l.Record.Position).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        log.Select(static l => l.Record.At.Ticks).Should().Equal(85, 90, 70, 80);
        log.Select(static l => l.Record.Id).Should().OnlyHaveUniqueItems().And.OnlyContain(static id => id.Value.Version == 7);
        (await store.FindAsync(blog, default))!.Comments.Sensitivity.Should().Be(ModerationSensitivity.Normal);
        (await store.FindAsync(blog, post, default))!.Comments.Should().Be(PostCommentSettings.Inherited);
        (await store.ListQueueAsync(new QueueQuery { BlogId = blog, Order = QueueOrder.Points, Size = 10 }, default)).Items
            .Should().HaveCount(5);
        Read("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'").Should().Be(0);
        Read("SELECT count(*) FROM pragma_foreign_key_check").Should().Be(0);
    }

    [Fact]
    public async Task Records_of_before_identities_are_not_rewritten_and_have_the_same_one_at_each_reading()
    {
        await using var store = await BringForwardAsync(version: 2, VersionTwoRows);
        var blog = new BlogId(Guid.Parse("019ca9450a0070018000000000000001"));

        var log = await store.ListAfterAsync(blog, 0, 10, default);

        Read("SELECT count(*) FROM moderation_log WHERE record_id IS NOT NULL").Should().Be(0);
        log.Select(static l => l.Record.Id.ToString()).Should().Equal(
            log.Select(static l => $"0000000000007000800100000000000{l.Record.Position}"));
    }

    [Fact]
    public async Task A_host_of_before_identities_that_goes_on_writing_records_is_told_to_stop()
    {
        await using (var store = Open())
        {
            await store.ApplyAsync(default);
        }

        var write = () => Execute("""
            INSERT INTO moderation_log (comment_id, blog_nr, revision, action, from_status, to_status, actor_key, at)
            VALUES (x'019ca9450a0070018000000000000009', 1, 1, 0, NULL, 1, 'system', 1)
            """);

        write.Should().Throw<SqliteException>().WithMessage("*brought this file forward*Stop this host and update the package*");
        Read("SELECT count(*) FROM moderation_log").Should().Be(0);
    }

    [Fact]
    public async Task A_file_that_was_brought_forward_has_the_schema_of_a_new_one()
    {
        await using var store = await BringForwardAsync(version: 2);

        var post = await Fill.PostAsync(store, _sample);
        var comment = await Fill.CommentAsync(store, _sample, post);
        (await store.SetFlagAsync(SampleData.Flag(comment, "reader"), default)).Should().Be(new FlagTotals(1, 1));
        (await store.ListAllOfCommentAsync(comment.BlogId, comment.Id, default)).Should().ContainSingle().Which.Position.Should().Be(1);
    }

    [Fact]
    public async Task A_file_of_before_the_change_feed_says_that_earlier_changes_are_missing()
    {
        await using var store = await BringForwardAsync(version: 2, VersionTwoRows);
        var blog = new BlogId(Guid.Parse("019ca9450a0070018000000000000001"));
        var post = new PostId(Guid.Parse("019ca9450a0070018000000000000002"));
        var start = await store.ReadChangePositionAsync(blog, default);
        await store.SaveAutosaveAsync(SampleData.Autosave(blog, post), default);

        (await store.ReadChangesAsync(blog, 0, 10, default)).IsTrimmed.Should().BeTrue("the feed began later than the blog");
        var since = await store.ReadChangesAsync(blog, start, 10, default);
        since.IsTrimmed.Should().BeFalse();
        since.Items.Should().ContainSingle().Which.PostId.Should().Be(post);
    }

    [Fact]
    public async Task A_file_of_before_autosaves_keeps_its_posts_and_takes_autosaves()
    {
        Post post;
        await using (var old = Open(SchemaVersions.Steps[..3]))
        {
            await old.ApplyAsync(default);
            Read("PRAGMA user_version").Should().Be(3);
        }

        await using (var store = Open())
        {
            await store.ApplyAsync(default);
            post = await Fill.PostAsync(store, _sample);
            (await store.SaveAutosaveAsync(SampleData.Autosave(post.BlogId, post.Id), default)).Should().Be(SaveOutcome.Saved);
        }

        await using var again = Open();
        await again.ApplyAsync(default);
        (await again.FindAutosaveAsync(post.BlogId, post.Id, ActorKey.Parse("author:1"), default))
            .Should().Be(SampleData.Autosave(post.BlogId, post.Id));
        Read("PRAGMA user_version").Should().Be(SchemaVersions.Current);
        Read("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'").Should().Be(0);
    }

    [Fact]
    public async Task A_file_of_before_networks_keeps_what_was_said_and_counts_old_comments_by_network()
    {
        await MakeAsync(version: 2);

        Execute(VersionTwoRows);
        await MakeAsync(version: 4);

        Execute("""
            UPDATE comments SET remote_address = '2001:db8:0:1::5', created_at = 100 WHERE nr IN (SELECT nr FROM comments ORDER BY nr LIMIT 2);
            UPDATE comments SET remote_address = '192.0.2.1', created_at = 100 WHERE nr = (SELECT max(nr) FROM comments);
            INSERT INTO feedback (comment_nr, voter_key, vote) SELECT min(nr), 'guest:old', 1 FROM comments;
            """);
        await using var store = Open();
        await store.ApplyAsync(default);
        await store.CheckAsync(default);
        var blog = new BlogId(Guid.Parse("019ca9450a0070018000000000000001"));
        var post = new PostId(Guid.Parse("019ca9450a0070018000000000000002"));

        var facts = await store.ReadFactsAsync(
            new ModerationFactsQuery
            {
                BlogId = blog,
                PostId = post,
                Activity = [.. new[] { "2001:db8:0:1::/64", "192.0.2.1" }.Select(
                    static key => new ActivityWindow(ActivityScope.Address, key, DateTimeOffset.MinValue))],
                Now = SampleData.Now,
            },
            default);

        facts.Activity.Select(static a => a.Comments).Should().Equal(2, 1);
        Read("SELECT count(*) FROM feedback WHERE voter_key = 'guest:old' AND network IS NULL").Should().Be(1);
        Read("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'").Should().Be(0);
    }

    [Fact]
    public async Task A_file_of_before_the_stage_of_archived_posts_was_kept_keeps_its_archived_posts_and_keeps_the_stage_from_now_on()
    {
        await using (var old = Open([.. SchemaVersions.Steps.TakeWhile(static step => step.Apply != SchemaVersions.StatusBefore)]))
        {
            await old.ApplyAsync(default);
        }

        Execute("""
            INSERT INTO blogs (id, blog_key, name, description, language, comment_mode, reactions, created_at, updated_at, version)
            VALUES (x'019ca9450a0070018000000000000001', 'old', 'Old', '', 'en', 0, '[]', 0, 0, 1);
            INSERT INTO posts (id, blog_nr, kind, status, visibility, published_at, slug, title, author_ids, category_ids, footer_block_ids,
                series_position, word_count, renderer_version, created_at, updated_at, version, excerpt_text, excerpt_html)
            VALUES (x'019ca9450a0070018000000000000002', 1, 0, 5, 0, 1, 'smoke', 'Smoke', x'', x'', x'', 0, 1, 1, 0, 0, 1, '', '');
            INSERT INTO post_texts (post_nr, markdown, html, plain_text) VALUES (1, 'm', 'h', 'Smoke calms the hive');
            INSERT INTO threads (post_nr) VALUES (1);
            """);
        await using var store = Open();
        await store.ApplyAsync(default);
        var blog = new BlogId(Guid.Parse("019ca9450a0070018000000000000001"));
        var id = new PostId(Guid.Parse("019ca9450a0070018000000000000002"));

        var post = (await store.FindAsync(blog, id, default))!;
        post.Status.Should().Be(PostStatus.Archived);
        post.StatusBefore.Should().BeNull();
        await store.SaveAsync(new PostSave(post with { StatusBefore = PostStatus.Private }, null), default);
        (await store.FindAsync(blog, id, default))!.StatusBefore.Should().Be(PostStatus.Private);
    }

    [Fact]
    public async Task A_blog_of_before_time_zones_has_its_days_in_UTC()
    {
        var before = SchemaVersions.Steps.TakeWhile(static step => step.Version < 6).ToImmutableArray();
        await using (var old = Open(before))
        {
            await old.ApplyAsync(default);
        }

        Execute(
            "INSERT INTO blogs (id, blog_key, name, description, language, comment_mode, reactions, created_at, updated_at, version, "
            + "sensitivity) VALUES (zeroblob(16), 'old', 'Old', '', 'en', 0, '[]', 0, 0, 1, 0)");
        await using var store = Open();
        await store.ApplyAsync(default);
        var blog = (await store.FindByKeyAsync("old", default))!;
        blog.TimeZone.Should().Be("UTC");

        (await store.SaveAsync(blog with { TimeZone = "Asia/Kolkata" }, default)).Should().Be(SaveOutcome.Saved);

        (await store.FindByKeyAsync("old", default))!.TimeZone.Should().Be("Asia/Kolkata");
    }

    [Fact]
    public async Task A_file_of_before_names_were_chosen_keeps_them_from_now_on()
    {
        await using (var old = Open([.. SchemaVersions.Steps.TakeWhile(static step => step.Version < 8)]))
        {
            await old.ApplyAsync(default);
        }

        Execute(
            "INSERT INTO blogs (id, blog_key, name, description, language, comment_mode, reactions, created_at, updated_at, version, "
            + "sensitivity) VALUES (zeroblob(16), 'old', 'Old', '', 'en', 0, '[]', 0, 0, 1, 0)");
        await using var store = Open();
        await store.ApplyAsync(default);
        var name = new DisplayName(default, "user-1", "Zoe", DateTimeOffset.UnixEpoch);

        (await store.SaveDisplayNameAsync(name, default)).Should().Be(SaveOutcome.Saved);

        (await store.FindDisplayNameAsync(default, "user-1", default)).Should().Be(name);
    }

    [Fact]
    public async Task A_post_of_before_settings_were_told_from_content_changed_when_its_newest_revision_was_saved()
    {
        await using (var old = Open([.. SchemaVersions.Steps.TakeWhile(static step => step.Version < 9)]))
        {
            await old.ApplyAsync(default);
        }

        Execute("""
            INSERT INTO blogs (id, blog_key, name, description, language, comment_mode, reactions, created_at, updated_at, version, sensitivity) VALUES (zeroblob(16), 'old', 'Old', '', 'en', 0, '[]', 0, 0, 1, 0);
            INSERT INTO posts (id, blog_nr, kind, status, visibility, published_at, slug, title, author_ids, category_ids, footer_block_ids,
                series_position, word_count, renderer_version, created_at, updated_at, version, excerpt_text, excerpt_html)
            VALUES (x'019ca9450a0070018000000000000002', 1, 0, 1, 0, 1, 'revised', 'Revised', x'', x'', x'', 0, 1, 1, 10, 900, 3, '', ''),
                (x'019ca9450a0070018000000000000003', 1, 0, 1, 0, 1, 'never', 'Never', x'', x'', x'', 0, 1, 1, 10, 800, 1, '', '');
            INSERT INTO post_texts (post_nr, markdown, html, plain_text) VALUES (1, 'm', 'h', 'p'), (2, 'm', 'h', 'p');
            INSERT INTO threads (post_nr) VALUES (1), (2);
            INSERT INTO post_revisions (id, post_nr, post_version, title, saved_by, saved_at, markdown)
            VALUES (x'019ca9450a0070018000000000000004', 1, 1, 'Revised', 'system', 10, 'm'), (x'019ca9450a0070018000000000000005', 1, 2, 'Revised', 'system', 500, 'm');
            """);
        await using var store = Open();
        await store.ApplyAsync(default);

        var revised = (await store.FindAsync(new BlogId(Guid.Empty), new PostId(Guid.Parse("019ca9450a0070018000000000000002")), default))!;
        var never = (await store.FindAsync(new BlogId(Guid.Empty), new PostId(Guid.Parse("019ca9450a0070018000000000000003")), default))!;

        (revised.UpdatedAt.UtcTicks, revised.ContentUpdatedAt.UtcTicks).Should().Be((900, 500));
        (never.UpdatedAt.UtcTicks, never.ContentUpdatedAt.UtcTicks).Should().Be((800, 800));
    }

    [Fact]
    public async Task Who_put_a_comment_back_before_that_was_kept_with_it_is_found_among_its_findings()
    {
        await using (var old = Open([.. SchemaVersions.Steps.TakeWhile(static step => step.Version < 12)]))
        {
            await old.ApplyAsync(default);
        }

        // The fourth was flagged and then held, the fifth held, shown and then flagged.
        Execute("""
            INSERT INTO blogs (id, blog_key, name, description, language, comment_mode, reactions, created_at, updated_at, version, sensitivity)
            VALUES (zeroblob(16), 'old', 'Old', '', 'en', 0, '[]', 0, 0, 1, 0);
            INSERT INTO blog_counts (blog_nr, approved) VALUES (1, 5);
            INSERT INTO posts (id, blog_nr, kind, status, visibility, published_at, slug, title, author_ids, category_ids, footer_block_ids,
                series_position, word_count, renderer_version, created_at, updated_at, content_updated_at, version, excerpt_text, excerpt_html)
            VALUES (x'019ca9450a0070018000000000000002', 1, 0, 3, 0, 1, 'smoke', 'Smoke', x'', x'', x'', 0, 1, 1, 0, 0, 0, 1, '', '');
            INSERT INTO post_texts (post_nr, markdown, html, plain_text) VALUES (1, 'm', 'h', 'Smoke calms the hive');
            INSERT INTO threads (post_nr, approved, present_roots) VALUES (1, 5, 5);
            INSERT INTO comments (nr, id, blog_nr, post_nr, root_nr, depth, status, present, present_children, shown_replies, by_name, kind,
                revision, renderer_version, is_pinned, up_votes, down_votes, disfavour, created_at, status_changed_at, version, by_kind,
                decided_as, decided_at, path, findings, html, plain_text, markdown)
            SELECT w.column1, unhex('019ca9450a007002800000000000000' || w.column1), 1, 1, w.column1, 0, 1, 1, 0, 0, 'Name', 0,
                1, 1, 0, 0, 0, 0.0, 60, 60, 1, 0, iif(w.column2 IS NULL, 0, 1), 60, x'', w.column2, 'h', 'Text', 'm'
            FROM (VALUES
                (1, '[{"Policy":"moderator","PolicyVersion":"1","Code":"held-by-hand","Reason":"Ask the lawyer.","Outcome":1,"Details":[{"Name":"outcome-before","Value":"Spam"}]},{"Policy":"flags","PolicyVersion":"1","Code":"readers-flagged","Reason":"4 readers reported it.","Outcome":1,"Score":0.5}]'),
                (2, '[{"Policy":"flags","PolicyVersion":"1","Code":"readers-flagged","Reason":"3 readers reported it.","Outcome":1,"Score":0.5}]'),
                (3, NULL),
                (4, '[{"Policy":"moderator","PolicyVersion":"1","Code":"held-by-hand","Reason":"Mine.","Outcome":1,"Details":[{"Name":"outcome-before","Value":"Hold"}]},{"Policy":"flags","PolicyVersion":"1","Code":"readers-flagged","Reason":"4 readers reported it.","Outcome":1,"Score":0.5}]'),
                (5, '[{"Policy":"flags","PolicyVersion":"1","Code":"readers-flagged","Reason":"4 readers reported it.","Outcome":1,"Score":0.5},{"Policy":"moderator","PolicyVersion":"1","Code":"held-by-hand","Reason":"Mine.","Outcome":1,"Details":[{"Name":"outcome-before","Value":"Hold"}]}]')) AS w;
            """);
        await using var store = Open();
        await store.ApplyAsync(default);

        var byModerator = await FindAsync(1);
        var byReaders = await FindAsync(2);
        var byNobody = await FindAsync(3);

        byModerator.Hold.Should().Be(
            new CommentHold { By = CommentHolder.Moderator, Reason = "Ask the lawyer.", OutcomeBefore = ModerationOutcome.Spam });
        byModerator.Decision.Findings.Should().ContainSingle().Which.Code.Should().Be("readers-flagged");
        byReaders.Hold.Should().Be(
            new CommentHold { By = CommentHolder.Readers, Reason = "3 readers reported it.", OutcomeBefore = ModerationOutcome.Approve });
        byReaders.Decision.Findings.Should().ContainSingle().Which.Score.Should().Be(0.5);
        (byNobody.Hold, byNobody.Decision.Findings.Length).Should().Be((null, 0));
        (await FindAsync(4)).Hold.Should().Be(
            new CommentHold { By = CommentHolder.Moderator, Reason = "Mine.", OutcomeBefore = ModerationOutcome.Approve });
        (await FindAsync(5)).Hold!.OutcomeBefore.Should().Be(ModerationOutcome.Hold);
        (await store.ListQueueAsync(new QueueQuery { BlogId = default, HeldBy = CommentHolder.Moderator, Size = 10 }, default)).Items
            .Should().HaveCount(3);

        async Task<Comment> FindAsync(int number) =>
            (await store.FindAsync(default(BlogId), new CommentId(Guid.Parse($"019ca9450a007002800000000000000{number}")), default))!;
    }

    [Fact]
    public async Task An_older_file_is_not_used_before_it_is_brought_forward()
    {
        await MakeAsync(version: 1);

        await using var store = Open();
        var check = () => store.CheckAsync(default);

        await check.Should().ThrowAsync<InvalidOperationException>().WithMessage(
            $"*version 1*works with {SchemaVersions.Current}*PrepareBlogKitAsync*");
    }

    [Fact]
    public async Task A_newer_file_is_refused_with_both_versions()
    {
        await using (var store = Open())
        {
            await store.ApplyAsync(default);
        }

        Execute("PRAGMA user_version = 99");
        await using var older = Open();
        var apply = () => older.ApplyAsync(default);
        var check = () => older.CheckAsync(default);

        await apply.Should().ThrowAsync<InvalidOperationException>().WithMessage($"*version 99*up to {SchemaVersions.Current}*");
        await check.Should().ThrowAsync<InvalidOperationException>().WithMessage($"*version 99*up to {SchemaVersions.Current}*");
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_older_file_as_it_was()
    {
        await MakeAsync(version: 1);

        await using (var broken = Open([
            .. SchemaVersions.Steps,
            new SchemaStep(SchemaVersions.Current + 1, static _ => throw new InvalidOperationException("half way")),
        ]))
        {
            var apply = () => broken.ApplyAsync(default);
            await apply.Should().ThrowAsync<InvalidOperationException>().WithMessage("half way");
        }

        Read("PRAGMA user_version").Should().Be(1);
        Read("SELECT count(*) FROM sqlite_schema WHERE name = 'search'").Should().Be(0);
    }

    [Fact]
    public async Task A_database_of_another_application_is_refused_by_name_and_left_alone()
    {
        Execute("CREATE TABLE recipes (name TEXT)");
        var before = await System.IO.File.ReadAllBytesAsync(File);
        await using (var store = Open())
        {
            var apply = () => store.ApplyAsync(default);
            await apply.Should().ThrowAsync<InvalidOperationException>().WithMessage("*blog.db*another application*");
        }

        (await System.IO.File.ReadAllBytesAsync(File)).Should().Equal(before);
    }

    [Fact]
    public async Task A_file_of_an_application_is_shared_once_it_says_so()
    {
        Execute("""
            CREATE TABLE AspNetUsers (Id TEXT NOT NULL CONSTRAINT PK_AspNetUsers PRIMARY KEY, UserName TEXT NULL);
            CREATE TABLE __EFMigrationsHistory (MigrationId TEXT NOT NULL CONSTRAINT PK___EFMigrationsHistory PRIMARY KEY, ProductVersion TEXT NOT NULL);
            INSERT INTO AspNetUsers VALUES ('42', 'eva');
            """);

        // What the documents say.
        Execute("PRAGMA application_id = 1112230228");
        await using var store = Open();
        await store.ApplyAsync(default);
        await store.CheckAsync(default);

        Read("SELECT count(*) FROM AspNetUsers WHERE UserName = 'eva'").Should().Be(1);
        Read("SELECT count(*) FROM comments").Should().Be(0);
    }

    [Fact]
    public async Task The_documents_name_every_table_that_another_application_cannot_have()
    {
        await using var store = Open();
        await store.ApplyAsync(default);
        var documented = await System.IO.File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "blogkit-sqlite.md"));

        ReadAll("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'search_[cdi]*' AND name NOT GLOB 'sqlite_*'")
            .Should().HaveCountGreaterThan(20).And.OnlyContain(table => documented.Contains($"`{table}`"));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_by_name()
    {
        await System.IO.File.WriteAllTextAsync(File, new string('x', 5000));
        await using var store = Open();
        var apply = () => store.ApplyAsync(default);

        await apply.Should().ThrowAsync<InvalidOperationException>().WithMessage("*blog.db*not a SQLite database*");
    }

    [Fact]
    public async Task Many_stores_may_apply_the_schema_at_once()
    {
        var stores = Enumerable.Range(0, 4).Select(_ => Open()).ToList();

        await Task.WhenAll(stores.Select(s => Task.Run(() => s.ApplyAsync(default))));

        var post = await Fill.PostAsync(stores[0], _sample);
        (await stores[3].FindAsync(post.BlogId, post.Id, default)).Should().NotBeNull();
        stores.ForEach(static s => s.Dispose());
    }

    [Fact]
    public async Task Whoever_makes_a_new_file_at_the_same_moment_as_others_waits_for_them()
    {
        for (var i = 0; i < 20; i++)
        {
            var location = SqliteLocation.Parse($"Data Source={File}-{i}");
            var stores = Enumerable.Range(0, 6).Select(_ => new SqliteStore(location, new SqliteStoreOptions(), instruments: null)).ToList();

            var applied = () => Task.WhenAll(stores.Select(s => Task.Run(() => s.ApplyAsync(default))));

            await applied.Should().NotThrowAsync();
            stores.ForEach(static s => s.Dispose());
        }
    }

    [Theory]
    [InlineData("Data Source=:memory:", "*UseInMemory*")]
    [InlineData("Data Source=x;Mode=Memory;Cache=Shared", "*UseInMemory*")]
    [InlineData("Data Source=x;Mode=ReadOnly", "*ReadOnly*")]
    [InlineData("Mode=ReadWrite", "*names no file*")]
    [InlineData("Bogus=1", "*cannot be read*")]
    public void A_connection_string_without_a_file_to_write_is_refused(string text, string message)
    {
        var parse = () => SqliteLocation.Parse(text);

        parse.Should().Throw<ArgumentException>().WithMessage(message);
    }

    [Fact]
    public void Options_out_of_range_are_named()
    {
        new SqliteStoreOptions().FindProblems().Should().BeEmpty();
        new SqliteStoreOptions
        {
            MaximumBatch = 0,
            MaximumReaders = 0,
            BusyTimeout = TimeSpan.FromDays(1),
            Synchronous = (SqliteSynchronous)9,
        }.FindProblems().Should().Equal(
            "SqliteStoreOptions.Synchronous must be one of Full, Normal.",
            "SqliteStoreOptions.BusyTimeout must be 00:00:00 to 01:00:00, not 1.00:00:00.",
            "SqliteStoreOptions.MaximumReaders must be 1 to 1024, not 0.",
            "SqliteStoreOptions.MaximumBatch must be 1 to 10000, not 0.");
    }

    // Five comments (two guests, a user, an author, a guest without an address); the first one's log was written by hosts whose clocks
    // differed.
    private const string VersionTwoRows =
        """
        INSERT INTO blogs (id, blog_key, name, description, language, comment_mode, reactions, created_at, updated_at, version)
        VALUES (x'019ca9450a0070018000000000000001', 'old', 'Old', '', 'en', 0, '[]', 0, 0, 1);
        INSERT INTO blog_counts (blog_nr, approved) VALUES (1, 5);
        INSERT INTO posts (id, blog_nr, kind, status, visibility, published_at, slug, title, author_ids, category_ids, footer_block_ids,
            series_position, word_count, renderer_version, created_at, updated_at, version, excerpt_text, excerpt_html)
        VALUES (x'019ca9450a0070018000000000000002', 1, 0, 3, 0, 1, 'smoke', 'Smoke', x'', x'', x'', 0, 1, 1, 0, 0, 1, '', '');
        INSERT INTO post_texts (post_nr, markdown, html, plain_text) VALUES (1, 'm', 'h', 'Smoke calms the hive');
        INSERT INTO threads (post_nr, approved, present_roots) VALUES (1, 5, 5);
        INSERT INTO comments (nr, id, blog_nr, post_nr, root_nr, depth, status, present, present_children, shown_replies, by_name, kind, revision,
            renderer_version, is_pinned, up_votes, down_votes, disfavour, created_at, version, by_kind, by_email, by_user_key, by_author_id, decided_as,
            decided_at, path, findings, html, plain_text, markdown)
        SELECT w.column1, unhex('019ca9450a007002800000000000000' || w.column1), 1, 1, w.column1, 0, 1, 1, 0, 0, 'Name', 0, 1, 1, 0, 0, 0, 0.0, 60, 1,
            w.column2, w.column3, w.column4, w.column5, 0, 60, x'', iif(w.column1 = 1,
            '[{"Policy":"p","PolicyVersion":"1","Code":"first","Reason":"r","Outcome":0}]', NULL), 'h', 'Text', 'm'
        FROM (VALUES (1, 0, 'Ada@Reader.example', NULL, NULL), (2, 0, 'ÄDÄ@Reader.example', NULL, NULL), (3, 1, NULL, 'Key', NULL),
            (4, 2, NULL, NULL, x'019ca9450a0070018000000000000009'), (5, 0, NULL, NULL, NULL)) AS w;
        INSERT INTO moderation_log (comment_id, seq, blog_nr, revision, action, from_status, to_status, actor_key, at)
        VALUES (x'019ca9450a0070028000000000000001', 1, 1, 1, 0, NULL, 0, 'a', 90), (x'019ca9450a0070028000000000000001', 2, 1, 1, 2, 0, 1, 'a', 70),
            (x'019ca9450a0070028000000000000001', 3, 1, 1, 10, 1, 1, 'a', 80), (x'019ca9450a0070028000000000000002', 1, 1, 1, 0, NULL, 1, 'a', 85);
        """;

    private static SearchQuery Query(string word, BlogId blog) =>
        new() { BlogId = blog, Terms = [new SearchTerm(word, false)], Now = SampleData.Now, Size = 10 };

    private SqliteStore Open() => Open(SchemaVersions.Steps);

    private SqliteStore Open(ImmutableArray<SchemaStep> steps) =>
        new(SqliteLocation.Parse($"Data Source={File}"), new SqliteStoreOptions(), instruments: null, steps);

    private async Task MakeAsync(int version)
    {
        await using var old = Open(SchemaVersions.Steps[..version]);
        await old.ApplyAsync(default);
    }

    /// <summary>Makes a file of a version, with rows, and opens it with the present one.</summary>
    private async Task<SqliteStore> BringForwardAsync(int version, string? rows = null)
    {
        await MakeAsync(version);
        if (rows is not null)
        {
            Execute(rows);
        }

        var store = Open();
        await store.ApplyAsync(default);
        return store;
    }

    private void Execute(string text) => SqliteHarness.Execute(File, text);

    private List<string> ReadAll(string sql)
    {
        using var connection = SqliteHarness.Connect(File);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<string> texts = [];
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    private long Read(string text)
    {
        using var connection = SqliteHarness.Connect(File);
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return (long)command.ExecuteScalar()!;
    }
}
