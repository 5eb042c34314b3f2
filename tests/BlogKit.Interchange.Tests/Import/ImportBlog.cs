using System.Globalization;
using BlogKit.Redirects;
using BlogKit.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Interchange.Import;

/// <summary>A blog over a real SQLite file, or in memory, that something is imported into.</summary>
internal sealed class ImportBlog : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly DirectoryInfo _folder;

    private ImportBlog(ServiceProvider services, DirectoryInfo folder, Blog blog)
    {
        _services = services;
        _folder = folder;
        Blog = blog;
    }

    public Blog Blog { get; private set; }

    public BlogImporter Importer => Get<BlogImporter>();

    public List<ItemReport> Lines { get; } = [];

    public string Folder => _folder.FullName;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static async Task<ImportBlog> CreateAsync(bool isInMemory = false, Action<IServiceCollection>? more = null)
    {
        var folder = Directory.CreateTempSubdirectory("blogkit-");
        var services = new ServiceCollection();
        services.AddLogging();
        var kit = services.AddBlogKit().AddInterchange().UseMediaFolder(Path.Combine(folder.FullName, "media"));
        _ = isInMemory ? kit.UseInMemory() : kit.UseSqlite($"Data Source={Path.Combine(folder.FullName, "blog.db")}");
        more?.Invoke(services);
        var provider = services.BuildServiceProvider();
        await provider.PrepareBlogKitAsync();
        var blog = await provider.GetRequiredService<BlogService>().CreateAsync(new NewBlog("main", "Here"), Actor.System);
        return new ImportBlog(provider, folder, blog.Value);
    }

    public async Task<ImportReport> ImportAsync(string items, ImportOptions? options = null) =>
        await ImportAsync(WxrText.Source(WxrText.Export(items)), options);

    public async Task<ImportReport> ImportAsync(IImportSource source, ImportOptions? options = null)
    {
        Lines.Clear();
        var report = await Importer.ImportAsync(Blog.Id, source, options, Actor.System, Lines.Add);
        report.Succeeded.Should().BeTrue(string.Join(' ', report.Errors.Select(static e => e.Message)));
        return report.Value;
    }

    public async Task<Post?> FindPostAsync(string slug) =>
        (await Get<IPostStore>().FindBySlugAsync(Blog.Id, Slug.Parse(slug, CultureInfo.InvariantCulture), default))?.Post;

    public async Task<Comment?> FindCommentAsync(string originalId)
    {
        var origin = await FindOriginAsync(OriginKind.Comment, originalId);
        return origin is null ? null : await Get<ICommentStore>().FindAsync(Blog.Id, new CommentId(origin.ItemId), default);
    }

    public async Task<Origin?> FindOriginAsync(OriginKind kind, string originalId)
    {
        var found = await Get<IOriginStore>().FindManyOriginsAsync(Blog.Id, "wxr:old.example/blog", kind, [originalId], default);
        return found.IsEmpty ? null : found[0];
    }

    public async Task<RedirectTarget?> LeadsToAsync(string address) =>
        (await Get<RedirectService>().FindAsync(Blog.Id, OldAddress.Parse(address)))?.To;

    public ItemReport Line(string kind, string originalId) => Lines.Single(line =>
        string.Equals(line.Kind, kind, StringComparison.Ordinal) && string.Equals(line.OriginalId, originalId, StringComparison.Ordinal));

    /// <summary>Everything the blog has, but for what names moments and the import itself.</summary>
    public async Task<List<string>> DumpAsync()
    {
        List<string> items = [];
        await using var reading = (await Get<ITransferStore>().OpenAsync(Blog.Id, default))!;
        string? cursor = null;
        do
        {
            var slice = await reading.ReadAsync(cursor, 1_000, default);
            items.AddRange(slice.Items.Select(static item => item.Kind + " " + item.ToString()));
            cursor = slice.Next;
        }
        while (cursor is not null);
        return items;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
