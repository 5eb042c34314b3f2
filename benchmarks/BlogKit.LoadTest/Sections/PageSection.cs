using System.Globalization;

namespace BlogKit.LoadTest;

/// <summary>
/// The page of a post with its comments: kept, made for each request of comments that are kept, and made where nothing is kept. Beside it
/// the same bytes from a static file and from a bare Kestrel.
/// </summary>
/// <param name="settings">The settings of the run.</param>
/// <param name="folder">The folder of the servers.</param>
/// <param name="thread">The post.</param>
/// <param name="blog">The server of the blog.</param>
/// <param name="bare">The bare server.</param>
internal sealed class PageSection(
    LoadSettings settings, DirectoryInfo folder, MeasuredThread thread, ServerProcess blog, ServerProcess bare) : ISection
{
    private const string File = "static file";
    private const string Bare = "bare Kestrel";
    private const string Kept = "page, kept";
    private const string Made = "page, made for each request";
    private const string MadeOfNothing = "page, made where nothing is kept";
    private readonly LoadTable _table = new();
    private readonly string _file = thread.Name + ".html";
    private ServerProcess? _unkept;
    private int _length;

    public string Name => thread.Name;

    private Uri MadeAddress => new($"{blog.Of(thread).AbsoluteUri}?{MeasuredBlog.OwnParameter}=1");

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var page = await WebClient.PageAsync(blog.Of(thread), cancellationToken);
        _length = page.Length;
        _unkept = await ServerProcess.StartAsync(new ServerSettings(ServerKind.Unkept, folder));
        await System.IO.File.WriteAllBytesAsync(Path.Combine(folder.FullName, Server.Files, _file), page, cancellationToken);
    }

    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        var client = new WebClient(settings, blog.Id);
        _table.Add(File, await client.ReadAsync(blog.OfFile(_file), cancellationToken));
        _table.Add(Bare, await new WebClient(settings, bare.Id).ReadAsync(bare.OfFile(_file), cancellationToken));
        _table.Add(Kept, await client.ReadAsync(blog.Of(thread), cancellationToken), File, Bare);
        _table.Add(Made, await client.ReadAsync(MadeAddress, cancellationToken), File, Bare);
        _table.Add(
            MadeOfNothing, await new WebClient(settings, _unkept!.Id).ReadAsync(_unkept.Of(thread), cancellationToken), File, Bare);
        foreach (var other in settings.Beside.Where(o => o.Section == Name))
        {
            var result = await new WebClient(settings, other.Processes).ReadAsync(other.Address, cancellationToken);
            _table.Add(other.Address.Authority, result, Kept, Made, MadeOfNothing);
        }
    }

    public void Forget() => _table.Clear();

    public void Write(TextWriter output)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"## {Name}: {thread.Count:N0} comments, first page of {_length:N0} bytes, {settings.Connections} readers\n"));
        _table.Write(output);
    }

    /// <summary>The addresses for another load generator.</summary>
    public IEnumerable<Uri> Addresses => [blog.OfFile(_file), bare.OfFile(_file), blog.Of(thread), MadeAddress];

    public async ValueTask DisposeAsync()
    {
        if (_unkept is not null)
        {
            await _unkept.DisposeAsync();
        }
    }
}
