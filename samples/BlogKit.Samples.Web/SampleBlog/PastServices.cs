namespace BlogKit.Samples.Web.SampleBlog;

/// <summary>
/// BlogKit's services a second time, over the same file, under a clock that stands where it is set: what is written with them is of that
/// day.
/// </summary>
internal sealed class PastServices : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public PastServices(IServiceProvider host, DateTimeOffset start)
    {
        var configuration = host.GetRequiredService<IConfiguration>();
        Clock = new SampleClock(start);
        Ids = new SampleIds(host.GetRequiredService<IIdGenerator>());
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock).AddSingleton<IIdGenerator>(Ids).AddSingleton(host.GetRequiredService<ILoggerFactory>());
        services.AddBlogKit(configuration.GetSection("BlogKit")).AddModeration().UseSqlite(SampleDatabase.In(configuration));
        _services = services.BuildServiceProvider();
    }

    public SampleClock Clock { get; }

    public SampleIds Ids { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
