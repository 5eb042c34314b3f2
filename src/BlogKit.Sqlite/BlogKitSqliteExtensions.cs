using BlogKit;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses SQLite as the store of BlogKit.</summary>
public static class BlogKitSqliteExtensions
{
    /// <summary>
    /// Keeps everything in one SQLite file. Several processes of one machine may use the same file at once. Also registers
    /// <see cref="SqliteBackup"/> and <see cref="SqliteCheck"/>.
    /// </summary>
    /// <param name="builder">The builder that <c>AddBlogKit</c> returned.</param>
    /// <param name="connectionString">
    /// Names the file, such as <c>Data Source=blog.db</c>; it is created when it is missing, its folder is not.
    /// </param>
    /// <param name="configure">Changes the defaults of <see cref="SqliteStoreOptions"/>.</param>
    /// <exception cref="ArgumentException">
    /// The connection string names no file or asks for what the store cannot do, or an option is out of range.
    /// </exception>
    /// <exception cref="InvalidOperationException">A store was chosen before.</exception>
    public static BlogKitBuilder UseSqlite(
        this BlogKitBuilder builder, string connectionString, Action<SqliteStoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var options = new SqliteStoreOptions();
        configure?.Invoke(options);
        if (options.FindProblems() is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join(' ', problems), nameof(configure));
        }

        var location = SqliteLocation.Parse(connectionString);
        builder.UseStore(static roles => roles.Add(static services => services.GetRequiredService<SqliteStore>()));
        builder.Services.AddSingleton(services =>
        {
            options.Clock = services.GetService<TimeProvider>() ?? options.Clock;
            return new SqliteStore(location, options, services.GetRequiredService<BlogKitInstruments>());
        });
        builder.Services.AddSingleton(static services => new SqliteBackup(services.GetRequiredService<SqliteStore>()));
        builder.Services.AddSingleton(static services => new SqliteCheck(services.GetRequiredService<SqliteStore>()));
        return builder;
    }
}
