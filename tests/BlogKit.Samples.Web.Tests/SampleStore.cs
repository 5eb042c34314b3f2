using BlogKit.Moderation;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Samples.Web.Tests;

/// <summary>The database of a host, opened beside it through the library.</summary>
internal sealed class SampleStore : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _database;

    private SampleStore(ServiceProvider services, string database, Blog blog)
    {
        _services = services;
        _database = database;
        Blog = blog;
    }

    public Blog Blog { get; }

    public static async Task<SampleStore> OpenAsync(string database)
    {
        var services = new ServiceCollection();
        services.AddBlogKit().UseSqlite($"Data Source={database}");
        var provider = services.BuildServiceProvider();
        await provider.PrepareBlogKitAsync();
        return new SampleStore(provider, database, (await provider.GetRequiredService<BlogService>().GetByKeyAsync("default")).Value);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<Post> FindPostAsync(string slug) =>
        (await Get<PostService>().GetBySlugAsync(Blog.Id, Slug.From(slug), Actor.System)).Value.Post;

    /// <summary>Every comment of the blog.</summary>
    public async Task<List<Comment>> ListCommentsAsync()
    {
        var comments = new List<Comment>();
        foreach (var status in Enum.GetValues<CommentStatus>())
        {
            string? cursor = null;
            do
            {
                var filter = new QueueFilter(Blog.Id) { Statuses = [status] };
                var page = (await Get<ModerationQueueService>().ListAsync(filter, Actor.System, size: 200, cursor: cursor)).Value;
                comments.AddRange(page.Items.Select(item => item.Comment));
                cursor = page.Next;
            }
            while (cursor is not null);
        }

        return comments;
    }

    /// <summary>What is wrong with the file, in SQLite's own words: <c>ok</c> for nothing.</summary>
    public async Task<string> CheckIntegrityAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={_database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)(await command.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
