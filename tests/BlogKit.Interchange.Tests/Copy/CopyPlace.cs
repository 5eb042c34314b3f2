using BlogKit.Specification;
using BlogKit.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Interchange.Copy;

/// <summary>An application with an empty store, in memory or over a SQLite file, that a blog is copied from or into.</summary>
internal sealed class CopyPlace : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly DirectoryInfo _folder;

    private CopyPlace(ServiceProvider services, DirectoryInfo folder) => (_services, _folder) = (services, folder);

    public List<CopyLine> Lines { get; } = [];

    public string Folder => _folder.FullName;

    public string MediaStoreFolder => Path.Combine(Folder, "media");

    public BlogCopy Copy => Get<BlogCopy>();

    public FailingTransfers Transfers => Get<FailingTransfers>();

    public static async Task<CopyPlace> CreateAsync(bool isInMemory = false)
    {
        var folder = Directory.CreateTempSubdirectory("blogkit-");
        var services = new ServiceCollection();
        services.AddLogging();
        var kit = services.AddBlogKit().AddInterchange().UseMediaFolder(Path.Combine(folder.FullName, "media"));
        _ = isInMemory ? kit.UseInMemory() : kit.UseSqlite($"Data Source={Path.Combine(folder.FullName, "blog.db")}");
        var inner = services.Last(static s => s.ServiceType == typeof(ITransferStore));
        services.AddSingleton(s => new FailingTransfers((ITransferStore)inner.ImplementationFactory!(s)));
        services.AddSingleton<ITransferStore>(static s => s.GetRequiredService<FailingTransfers>());
        var provider = services.BuildServiceProvider();
        await provider.PrepareBlogKitAsync();
        return new CopyPlace(provider, folder);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Fills the store with the kit's blog, which has something in every place.</summary>
    public async Task<BlogId> FillAsync() => await Filled.SetAsync(new StoreOfServices(_services), new SampleData());

    public Task<List<TransferItem>> ItemsAsync(BlogId blogId) => Copying.ItemsAsync(Transfers, blogId);

    /// <summary>What the store has, item by item, as text.</summary>
    public async Task<string> TextAsync(BlogId blogId) => Copying.Text(await ItemsAsync(blogId));

    public async Task<byte[]> ExportAsync(BlogId blogId, CopyOptions? options = null)
    {
        Lines.Clear();
        using var file = new MemoryStream();
        var report = await Copy.ExportAsync(blogId, file, options, Actor.System, report: Lines.Add);
        report.Succeeded.Should().BeTrue();
        return file.ToArray();
    }

    public async Task<CopyReport> ImportAsync(byte[] file, CopyOptions? options = null)
    {
        Lines.Clear();
        using var stream = new MemoryStream(file);
        var report = await Copy.ImportAsync(stream, options, Actor.System, Lines.Add);
        report.Succeeded.Should().BeTrue(string.Join(' ', report.Errors.Select(static e => e.Message)));
        return report.Value;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
