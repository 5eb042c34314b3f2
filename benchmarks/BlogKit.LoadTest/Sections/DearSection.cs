using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BlogKit.LoadTest;

/// <summary>The dearest requests that a stranger may send, without the limits of requests that stop them.</summary>
/// <param name="settings">The settings of the run.</param>
/// <param name="blog">The server of the blog.</param>
/// <param name="bare">The bare server.</param>
internal sealed class DearSection(LoadSettings settings, ServerProcess blog, ServerProcess bare) : ISection
{
    /// <summary>Its name.</summary>
    public const string Title = "dear";

    private const string Bare = "bare Kestrel, 404";
    private const int MostTerms = 12;
    private const int KeyLength = 10;
    private const int LongestComment = 10_000;
    private const int Patience = 30_000;
    private readonly LoadTable _table = new();
    private long _number;

    public string Name => Title;

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        var client = new WebClient(settings, blog.Id);
        _table.Add(Bare, await new WebClient(settings, bare.Id).AskAsync(
            bare.Address, HttpStatusCode.NotFound, () => HttpRequests.Get(new Uri(bare.Address, "/nothing")), cancellationToken));
        foreach (var (row, status, request) in Requests())
        {
            _table.Add(row, await client.AskAsync(blog.Address, status, request, cancellationToken), Bare);
        }

        var live = new Uri($"{blog.Of(MeasuredThread.Short).AbsoluteUri}/live?since=0");
        _table.Add(
            "a stream of news, opened and left",
            await client.RunAsync(HttpStatusCode.OK, () => Open(live), cancellationToken),
            Bare);
    }

    public void Forget() => _table.Clear();

    public void Write(TextWriter output)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"## {Name}: what strangers may ask for, {settings.Connections} at a time, no limits\n"));
        _table.Write(output);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IEnumerable<(string Row, HttpStatusCode Status, Func<byte[]> Request)> Requests()
    {
        var home = new Uri(blog.Address, MeasuredBlog.Path);
        var thread = blog.Of(MeasuredThread.Short).AbsoluteUri;
        var words = string.Join(
            '+', Enumerable.Range(0, MostTerms).SelectMany(static i => ThreadText.Of(i).Split(' ', '.', ',')).Distinct().Where(
                static word => word.Length > 2).Take(MostTerms));
        var hostile = string.Concat(Enumerable.Repeat("[*_`<a", LongestComment / 6));
        yield return (
            "the page of 23 comments, by a query that is never kept",
            HttpStatusCode.OK,
            () => HttpRequests.Get(new Uri($"{thread}?comment={Guid.CreateVersion7():N}")));
        yield return ("a search for 12 words that all comments have", HttpStatusCode.OK, () => HttpRequests.Get(new Uri($"{home}/search?q={words}")));
        yield return (
            "a preview of 10,000 characters of nested marks",
            HttpStatusCode.OK,
            () => HttpRequests.Post(new Uri($"{thread}/preview"), $"body={WebUtility.UrlEncode(hostile)}"));
        yield return (
            "a comment with a bad field",
            HttpStatusCode.UnprocessableEntity,
            () => HttpRequests.Post(new Uri($"{thread}/comments"), "name=Ann&email=nobody&body=Hello"));
        yield return (
            "a wrong password of a post",
            HttpStatusCode.UnprocessableEntity,
            () => HttpRequests.Post(new Uri($"{blog.Of(MeasuredThread.Locked).AbsoluteUri}/password"), "password=a+guess"));
        yield return (
            "a generated avatar",
            HttpStatusCode.OK,
            () => HttpRequests.Get(new Uri($"{home}/avatars/{Guid.NewGuid().ToString("N")[..KeyLength]}.svg")));
        yield return (
            "a comment that is not there",
            HttpStatusCode.NotFound,
            () => HttpRequests.Get(new Uri($"{home}/comments/{Guid.CreateVersion7():N}")));
        yield return (
            "a page that is not there",
            HttpStatusCode.NotFound,
            () => HttpRequests.Get(new Uri($"{home}/nothing-{Interlocked.Increment(ref _number)}")));
    }

    // The answer does not end: its first bytes are what a reader waits for.
    private static int Open(Uri address)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = Patience };
        socket.Connect(IPAddress.Parse(address.Host), address.Port);
        socket.Send(HttpRequests.Get(address));
        Span<byte> head = stackalloc byte[12];
        var read = 0;
        while (read < head.Length && socket.Receive(head[read..]) is > 0 and var more)
        {
            read += more;
        }

        return int.TryParse(head[9..], NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : HttpConnection.Broken;
    }
}
