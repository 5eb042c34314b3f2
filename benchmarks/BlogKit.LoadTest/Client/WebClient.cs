using System.Net;
using System.Text.RegularExpressions;

namespace BlogKit.LoadTest;

/// <summary>Measures what a server answers over HTTP.</summary>
/// <param name="settings">The times and connections.</param>
/// <param name="processes">The server's processes.</param>
internal sealed partial class WebClient(LoadSettings settings, params IReadOnlyList<int> processes)
{
    private static readonly HttpClient s_browser = new(
        new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false });

    // Each comment that is sent in a run differs from every other, also from those of another client.
    private static int s_number = 1_000_000;

    private readonly ClosedLoop _loop = new(settings, new ProcessorMeter(processes));

    /// <summary>A page as one reader gets it.</summary>
    public static Task<byte[]> PageAsync(Uri address, CancellationToken cancellationToken) =>
        s_browser.GetByteArrayAsync(address, cancellationToken);

    /// <summary>The answer to one comment.</summary>
    public static async Task<(HttpStatusCode Status, byte[] Body)> SendAsync(Uri form, CancellationToken cancellationToken)
    {
        var sent = HttpRequests.Post(form, Next());
        using var content = new ByteArrayContent(sent[(sent.AsSpan().IndexOf("\r\n\r\n"u8) + 4)..]);
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var answer = await s_browser.PostAsync(new Uri(form.GetLeftPart(UriPartial.Path)), content, cancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    /// <summary>The form of a page of the blog as <see cref="HttpRequests.Post(Uri, MeasuredComment)"/> takes it, with the token of when it was shown.</summary>
    public static async Task<Uri> FormAsync(Uri page, CancellationToken cancellationToken)
    {
        var shown = ShownToken().Match(await s_browser.GetStringAsync(page, cancellationToken)).Groups["token"].Value;
        const string fields = "name={name}&email={email}&body={text}&key=key-{number}";
        return new Uri($"{page.AbsoluteUri}/comments?{fields}&shown={WebUtility.UrlEncode(shown)}");
    }

    /// <summary>Readers of one address.</summary>
    public Task<LoadResult> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        var request = HttpRequests.Get(address);
        return RunAsync(address, settings.Connections, (int)HttpStatusCode.OK, TimeSpan.Zero, () => request, cancellationToken);
    }

    /// <summary>Requests that are made anew each time.</summary>
    public Task<LoadResult> AskAsync(Uri server, HttpStatusCode expected, Func<byte[]> request, CancellationToken cancellationToken) =>
        RunAsync(server, settings.Connections, (int)expected, TimeSpan.Zero, request, cancellationToken);

    /// <summary>Something that gives a status.</summary>
    public Task<LoadResult> RunAsync(HttpStatusCode expected, Func<int> ask, CancellationToken cancellationToken) => _loop.RunAsync(
        settings.Connections, (int)expected, TimeSpan.Zero, (_, _) => new ValueTask<int>(ask()), cancellationToken);

    /// <summary>Writers of comments.</summary>
    /// <param name="form">The address and fields of the form.</param>
    /// <param name="writers">How many send at the same time.</param>
    /// <param name="expected">The status that counts as success.</param>
    /// <param name="pace">The time between two comments of one writer; zero = as fast as they are answered.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public Task<LoadResult> WriteAsync(
        Uri form, int writers, HttpStatusCode expected, TimeSpan pace, CancellationToken cancellationToken) =>
        RunAsync(form, writers, (int)expected, pace, () => HttpRequests.Post(form, Next()), cancellationToken);

    private static MeasuredComment Next()
    {
        var number = Interlocked.Increment(ref s_number);
        return new MeasuredComment(number, null, ThreadText.Of(number));
    }

    private async Task<LoadResult> RunAsync(
        Uri address, int workers, int expected, TimeSpan pace, Func<byte[]> request, CancellationToken cancellationToken)
    {
        HttpConnection[] connections = [.. Enumerable.Range(0, workers).Select(_ => new HttpConnection(address))];
        try
        {
            return await _loop.RunAsync(
                workers, expected, pace, (worker, _) => new ValueTask<int>(connections[worker].Ask(request())), cancellationToken);
        }
        finally
        {
            Array.ForEach(connections, static c => c.Dispose());
        }
    }

    [GeneratedRegex("name=\"shown\" value=\"(?<token>[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex ShownToken();
}
