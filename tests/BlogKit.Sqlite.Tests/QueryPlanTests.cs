using System.Reflection;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BlogKit.Sqlite.Tests;

/// <summary>What a thread's statements do does not depend on how many comments there are: SQLite says so itself.</summary>
public sealed class QueryPlanTests : IAsyncLifetime
{
    private readonly SqliteHarness _harness = new();

    // Small by what they ask for: the flags of one comment, the bans of one writer, so many alike comments, one status whose age nobody
    // asks for.
    private static readonly Sql[] s_sortsWhatItSelected = [FlagSql.List, FactsSql.Ban, FactsSql.Similar, QueueSql.Since];

    public static TheoryData<string> Statements
    {
        get
        {
            var names = new TheoryData<string>();
            foreach (var statement in Fields())
            {
                names.Add($"{statement.DeclaringType!.Name}.{statement.Name}");
            }

            return names;
        }
    }

    public Task InitializeAsync() => _harness.StartAsync();

    public async Task DisposeAsync() => await _harness.DisposeAsync();

    [Theory]
    [MemberData(nameof(Statements))]
    public void No_statement_of_threads_or_intake_walks_through_the_comments(string name)
    {
        var sql = (Sql)Fields().Single(f => $"{f.DeclaringType!.Name}.{f.Name}" == name).GetValue(null)!;

        var plan = Plan(sql.Text);

        plan.Should().NotContain(static step => IsScanOfStoredRows(step), sql.Text);
        if (!s_sortsWhatItSelected.Contains(sql))
        {
            plan.Should().NotContain(static step => step.Contains("TEMP B-TREE"), sql.Text);
        }
    }

    [Fact]
    public void A_queue_by_age_is_walked_in_its_order_and_one_by_points_sorts_what_an_index_selects()
    {
        foreach (var statement in QueueSql.Newest.Concat(QueueSql.Oldest).Concat(QueueSql.ByPoints))
        {
            Plan(statement.Text).Should().NotContain(static step => IsScanOfStoredRows(step), statement.Text);
        }

        foreach (var statement in new[]
        {
            QueueSql.Newest[0],
            QueueSql.Newest[1],
            QueueSql.Newest[3],
            QueueSql.Oldest[0],
            QueueSql.Oldest[1],
            QueueSql.Oldest[3],
        })
        {
            Plan(statement.Text).Should().NotContain(static step => step.Contains("TEMP B-TREE"), statement.Text);
        }
    }

    [Fact]
    public void Comments_are_counted_in_an_index_alone()
    {
        var plan = Plan(FactsSql.Activity.Text).Where(static step => step.StartsWith("SEARCH c ", StringComparison.Ordinal)).ToList();

        plan.Should().HaveCount(4).And.OnlyContain(static step => step.Contains("COVERING INDEX") && step.Contains("created_at>?"));
    }

    [Fact]
    public void A_fingerprint_is_removed_by_its_whole_key() =>
        Plan(FingerprintSql.Remove.Text).Should().ContainSingle().Which.Should().Contain("(blog_nr=? AND value=? AND comment_id=?)");

    [Fact]
    public void A_post_is_deleted_without_walking_through_other_posts()
    {
        foreach (var statement in PostSql.Delete.Where(static s => s.Operation is "post.delete-flags" or "post.delete-log"))
        {
            Plan(statement.Text).Should().NotContain(static step => IsScanOfStoredRows(step), statement.Text);
        }
    }

    // What remains to be scanned: parameters (json_each), one-row subqueries, a page that was cut to its size before, and the index that
    // has only flags nobody looked at yet.
    private static bool IsScanOfStoredRows(string step) =>
        step.StartsWith("SCAN ", StringComparison.Ordinal)
        && !new[] { "CONSTANT ROW", "VIRTUAL TABLE", "SCAN page", "SCAN pinned", "SCAN (subquery", "SCAN w", "USING INDEX flags_open" }
            .Any(step.Contains);

    private static IEnumerable<FieldInfo> Fields() => typeof(ThreadSql).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Concat(typeof(CommentSql).GetFields(BindingFlags.Public | BindingFlags.Static))
        .Concat(typeof(CommentImportSql).GetFields(BindingFlags.Public | BindingFlags.Static))
        .Concat(typeof(FeedbackSql).GetFields(BindingFlags.Public | BindingFlags.Static))
        .Concat(typeof(FactsSql).GetFields(BindingFlags.Public | BindingFlags.Static))
        .Concat(typeof(QueueSql).GetFields(BindingFlags.Public | BindingFlags.Static))
        .Concat(typeof(ModerationLogSql).GetFields(BindingFlags.Public | BindingFlags.Static))
        .Concat(typeof(FingerprintSql).GetFields(BindingFlags.Public | BindingFlags.Static))
        .Concat(typeof(FlagSql).GetFields(BindingFlags.Public | BindingFlags.Static))
        .Concat(typeof(BanSql).GetFields(BindingFlags.Public | BindingFlags.Static))
        .Concat(typeof(LearningSql).GetFields(BindingFlags.Public | BindingFlags.Static))
        .Concat(typeof(RootRankSql).GetFields(BindingFlags.Public | BindingFlags.Static))
        .Concat(typeof(ChangeSql).GetFields(BindingFlags.Public | BindingFlags.Static))
        .Concat(typeof(OriginSql).GetFields(BindingFlags.Public | BindingFlags.Static))
        .Concat(typeof(RedirectSql).GetFields(BindingFlags.Public | BindingFlags.Static))
        .Append(typeof(SearchSql).GetField(nameof(SearchSql.ListPending))!)
        .Where(static f => f.FieldType == typeof(Sql))
        .Where(static f => f.Name != nameof(CommentSql.CountBranch));

    private List<string> Plan(string text)
    {
        using var connection = new SqliteConnection($"Data Source={_harness.Path};Pooling=False");
        connection.Open();

        // As the store's connections: what is bound has no part in the plan.
        raw.sqlite3_db_config(connection.Handle, SqliteSession.PlanWithoutValues, 1, out _).Should().Be(raw.SQLITE_OK);
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + text;
        for (var i = 1; i <= 52; i++)
        {
            if (text.Contains($"?{i}", StringComparison.Ordinal))
            {
                command.Parameters.AddWithValue($"?{i}", 1);
            }
        }

        var plan = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            plan.Add(reader.GetString(3));
        }

        return plan;
    }
}
