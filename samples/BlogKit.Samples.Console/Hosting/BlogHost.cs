using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.CommandLine;

/// <summary>BlogKit over one database file, put together as in any application.</summary>
internal sealed class BlogHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private BlogHost(string database, ServiceProvider services)
    {
        Database = database;
        _services = services;
    }

    /// <summary>The file.</summary>
    public string Database { get; }

    public BlogService Blogs => _services.GetRequiredService<BlogService>();

    public AuthorService Authors => _services.GetRequiredService<AuthorService>();

    public PostService Posts => _services.GetRequiredService<PostService>();

    public CommentService Comments => _services.GetRequiredService<CommentService>();

    public ModerationService Moderation => _services.GetRequiredService<ModerationService>();

    public ThreadService Threads => _services.GetRequiredService<ThreadService>();

    public SearchService Search => _services.GetRequiredService<SearchService>();

    public RenderingRefresh Rendering => _services.GetRequiredService<RenderingRefresh>();

    public SqliteBackup Backup => _services.GetRequiredService<SqliteBackup>();

    public LearningService Learning => _services.GetRequiredService<LearningService>();

    public IModerationStore History => _services.GetRequiredService<IModerationStore>();

    public TimeProvider Clock => _services.GetRequiredService<TimeProvider>();

    /// <summary>Opens a database that is there and of this version; nothing in it is changed.</summary>
    public static async Task<Result<BlogHost>> OpenAsync(string file, CancellationToken cancellationToken) =>
        File.Exists(file)
            ? await StartAsync(file, static (host, token) => host._services.GetRequiredService<IStoreSchema>().CheckAsync(token), cancellationToken)
            : CommandErrors.Database($"There is no database '{file}'. 'blogkit init' creates one.");

    /// <summary>Creates the database, or brings an older one forward.</summary>
    public static async Task<Result<BlogHost>> PrepareAsync(string file, CancellationToken cancellationToken) =>
        Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file)))
            ? await StartAsync(file, static (host, token) => host._services.PrepareBlogKitAsync(token), cancellationToken)
            : CommandErrors.Database($"There is no folder for the database '{file}'.");

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static async Task<Result<BlogHost>> StartAsync(string file, Func<BlogHost, CancellationToken, Task> start, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddBlogKit().UseSqlite(new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString);
        services.TryAddSingleton(new LearningPolicyOptions());
        services.TryAddSingleton<LearningService>();
        var host = new BlogHost(file, services.BuildServiceProvider());
        try
        {
            await start(host, cancellationToken);
            return host;
        }
        catch (Exception fault) when (fault is InvalidOperationException or DbException or IOException or UnauthorizedAccessException)
        {
            await host.DisposeAsync();
            return CommandErrors.Database($"The database '{file}' cannot be used: {fault.Message}");
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }
}
