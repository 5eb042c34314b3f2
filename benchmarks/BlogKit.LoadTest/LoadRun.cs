using System.Globalization;
using System.Net;

namespace BlogKit.LoadTest;

/// <summary>One run: seeds a blog, starts the server, measures each address beside its baseline, and writes a table.</summary>
internal static class LoadRun
{
    // A parameter the blog does not know: the page is made for this request and not kept.
    private const string Uncached = "?fresh=1";
    private const int Writers = 2;

    public static async Task<int> RunAsync(LoadSettings settings, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("blogkit-load-");
        try
        {
            await MeasuredBlog.SeedAsync(folder, settings.Comments, cancellationToken);
            await MeasureAsync(settings, folder, cancellationToken);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(LoadSettings settings, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        await using var server = await ServerProcess.StartAsync(folder);
        using var client = Client(server.Address);
        var page = "/blog/" + MeasuredBlog.Slug;
        var body = await client.GetByteArrayAsync(page, cancellationToken);
        var file = $"/{Server.StaticFolder}/page.html";
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, Server.StaticFolder, "page.html"), body, cancellationToken);
        Console.WriteLine(
            $"{settings.Comments:N0} comments, 50 on the page of {body.Length:N0} bytes; {settings.Connections} connections, {settings.Seconds} s each.\n");
        Report.Head();

        var baseline = await ReadAsync(server, client, file, settings, cancellationToken);
        Report.Line("static file of the same bytes", baseline, null);
        Report.Line("post page, kept", await ReadAsync(server, client, page, settings, cancellationToken), baseline);
        Report.Line(
            "post page, made for each request", await ReadAsync(server, client, page + Uncached, settings, cancellationToken), baseline);
        Report.Line("static file again", await ReadAsync(server, client, file, settings, cancellationToken), baseline);

        var own = new LoadResult(await IntakeAsync(settings, folder), TimeSpan.Zero, TimeSpan.Zero, 0);
        Report.Line("library alone: comments taken", own, null);
        Report.Line(
            "comments by form over HTTP", await WriteAsync(server, client, page, settings.Connections, settings, cancellationToken), own);
        Report.Line("library alone, again", own with { Rate = await IntakeAsync(settings, folder) }, own);

        var readers = ReadAsync(server, client, page, settings, cancellationToken);
        var writers = WriteAsync(server, client, page, Writers, settings, cancellationToken);
        await Task.WhenAll(readers, writers);
        Report.Line($"together: {settings.Connections} readers of the page", (await readers) with { ServerTime = null }, baseline);
        Report.Line($"together: {Writers} writers under it", (await writers) with { ServerTime = null }, own);
        if (settings.WithWrk)
        {
            await Wrk.RunAsync(server.Address, [file, page, page + Uncached], settings);
        }
    }

    private static async Task<double> IntakeAsync(LoadSettings settings, DirectoryInfo folder)
    {
        var said = await ServerProcess.RunAsync(
            "intake", "--folder", folder.FullName, "--seconds", Text(settings.Seconds), "--connections", Text(settings.Connections));
        return double.Parse(said, CultureInfo.InvariantCulture);
    }

    private static async Task<LoadResult> ReadAsync(
        ServerProcess server, HttpClient client, string path, LoadSettings settings, CancellationToken cancellationToken)
    {
        var used = server.Used;
        var asked = 0;
        var result = await ClosedLoop.RunAsync(settings.Seconds, settings.Connections, async (_, token) =>
        {
            Interlocked.Increment(ref asked);
            using var answer = await client.GetAsync(path, token);
            await answer.Content.CopyToAsync(Stream.Null, token);
            return answer.StatusCode is HttpStatusCode.OK;
        }, cancellationToken);
        return result with { ServerTime = (server.Used - used) / asked };
    }

    private static async Task<LoadResult> WriteAsync(
        ServerProcess server, HttpClient client, string page, int writers, LoadSettings settings, CancellationToken cancellationToken)
    {
        var used = server.Used;
        var number = 0;
        var result = await ClosedLoop.RunAsync(settings.Seconds, writers, async (_, token) =>
        {
            var i = Interlocked.Increment(ref number);
            using var form = new FormUrlEncodedContent(
            [
                new("body", MeasuredBlog.Text(i + (writers * 1_000_000))),
                new("name", $"Writer {i}"),
                new("email", $"writer{i}@example.org"),
                new("key", Guid.NewGuid().ToString("N")),
            ]);
            using var answer = await client.PostAsync(page + "/comments", form, token);
            return answer.StatusCode is HttpStatusCode.SeeOther;
        }, cancellationToken);
        return result with { ServerTime = (server.Used - used) / number };
    }

    private static HttpClient Client(Uri address) =>
        new(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = address };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
