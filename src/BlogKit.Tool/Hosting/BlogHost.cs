using System.Data.Common;
using BlogKit.Moderation;
using BlogKit.Redirects;
using BlogKit.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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

    public RedirectService Redirects => _services.GetRequiredService<RedirectService>();

    public TaxonomyService Taxonomy => _services.GetRequiredService<TaxonomyService>();

    public ThreadService Threads => _services.GetRequiredService<ThreadService>();

    public SearchService Search => _services.GetRequiredService<SearchService>();

    public RenderingRefresh Rendering => _services.GetRequiredService<RenderingRefresh>();

    public SqliteBackup Backup => _services.GetRequiredService<SqliteBackup>();

    public SqliteCheck Check => _services.GetRequiredService<SqliteCheck>();

    public LearningService Learning => _services.GetRequiredService<LearningService>();

    public ModerationLogService Log => _services.GetRequiredService<ModerationLogService>();

    public ModerationQueueService Queue => _services.GetRequiredService<ModerationQueueService>();

    public ReevaluationService Reevaluation => _services.GetRequiredService<ReevaluationService>();

    public BacktestService Backtest => _services.GetRequiredService<BacktestService>();

    public PolicySetFactory PolicySets => _services.GetRequiredService<PolicySetFactory>();

    /// <summary>The policies that decide about comments that are written here.</summary>
    public PolicySet LivePolicies => _services.GetRequiredService<ModerationPolicies>().Live;

    /// <summary>Everything that is registered, for what asks for services by itself.</summary>
    public IServiceProvider Services => _services;

    public TimeProvider Clock => _services.GetRequiredService<TimeProvider>();

    /// <summary>Opens a database that is there and of this version; nothing in it is changed.</summary>
    public static async Task<Result<BlogHost>> OpenAsync(
        string file, SettingsFile? settings, CancellationToken cancellationToken, Action<BlogKitBuilder>? more = null) =>
        File.Exists(file)
            ? await StartAsync(
                file,
                settings,
                static (host, token) => host._services.GetRequiredService<IStoreSchema>().CheckAsync(token),
                cancellationToken,
                more)
            : CommandErrors.Database("There is no database '{file}'. 'blogkit init' creates one.", ("file", file));

    /// <summary>Opens a database that is there, whatever is wrong with it.</summary>
    public static async Task<Result<BlogHost>> OpenDamagedAsync(string file, SettingsFile? settings, CancellationToken cancellationToken) =>
        File.Exists(file)
            ? await StartAsync(file, settings, static (_, _) => Task.CompletedTask, cancellationToken)
            : CommandErrors.Database("There is no database '{file}'. 'blogkit init' creates one.", ("file", file));

    /// <summary>Creates the database, or brings an older one forward.</summary>
    public static async Task<Result<BlogHost>> PrepareAsync(
        string file, SettingsFile? settings, CancellationToken cancellationToken, Action<BlogKitBuilder>? more = null) =>
        Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file)))
            ? await StartAsync(file, settings, static (host, token) => host._services.PrepareBlogKitAsync(token), cancellationToken, more)
            : CommandErrors.Database("There is no folder for the database '{file}'.", ("file", file));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static async Task<Result<BlogHost>> StartAsync(
        string file,
        SettingsFile? settings,
        Func<BlogHost, CancellationToken, Task> start,
        CancellationToken cancellationToken,
        Action<BlogKitBuilder>? more = null)
    {
        IConfiguration configuration = new ConfigurationBuilder().Build();
        if (settings is not null)
        {
            var read = settings.Read();
            if (!read.Succeeded)
            {
                return read.Errors;
            }

            configuration = KnownSections.Of(read.Value, "BlogKit:Moderation").GetSection("BlogKit");
        }

        var services = new ServiceCollection();
        var kit = services.AddBlogKit(configuration).AddModeration().UseSqlite(
            new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString);
        more?.Invoke(kit);
        var host = new BlogHost(file, services.BuildServiceProvider());
        try
        {
            if (settings?.Check(() => host._services.GetRequiredService<IOptions<BlogKitOptions>>().Value) is { } fault)
            {
                await host.DisposeAsync();
                return fault;
            }

            await start(host, cancellationToken);
            return host;
        }
        catch (Exception fault) when (fault is InvalidOperationException or DbException or IOException or UnauthorizedAccessException)
        {
            await host.DisposeAsync();
            return CommandErrors.Database("The database '{file}' cannot be used: {cause}", ("file", file), ("cause", fault.Message));
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }
}
