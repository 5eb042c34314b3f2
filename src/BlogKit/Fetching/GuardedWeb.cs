using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using System.Text;
using BlogKit.Internal;

namespace BlogKit;

/// <summary>
/// Sends requests to other sites, at addresses that strangers may have chosen. Every connection is judged after its name was resolved, at
/// the address it is made to, so that no name, redirect or change of a name in between leads into the private network. No proxy, cookies or
/// credentials; bounded in time, size (after decompression) and redirects. Safe for concurrent use. Registered by <c>AddBlogKit</c>, one
/// for the process, which the container disposes.
/// </summary>
public sealed class GuardedWeb : IDisposable
{
    private const int BufferBytes = 16 * 1024;
    private const string PageTypes = "text/html, application/xhtml+xml;q=0.9";

    private readonly HttpClient _client;
    private readonly WebGuard _guard;
    private readonly TimeProvider _clock;

    internal GuardedWeb(WebGuard guard, TimeProvider clock)
    {
        _guard = guard;
        _clock = clock;
        _client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = ConnectAsync,
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            Credentials = null,
            AutomaticDecompression = DecompressionMethods.All,
            MaxResponseHeadersLength = 64,
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ActivityHeadersPropagator = null,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>
    /// Returns whether an address may be requested at all: http or https, on the usual port, without a user name, and no private address.
    /// The address that a name resolves to is checked on connecting, so this is no proof for another client.
    /// </summary>
    /// <param name="url">The address.</param>
    public bool Allows(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return _guard.Allows(url) && (!IPAddress.TryParse(url.DnsSafeHost, out var address) || _guard.Allows(address));
    }

    /// <summary>Gets a page; follows redirects, each checked. Only HTML is read; of anything else the headers come back.</summary>
    /// <param name="url">The address.</param>
    /// <param name="bounds">How far to go.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="FetchException">It could not be had.</exception>
    public Task<FetchedPage> GetAsync(Uri url, FetchBounds bounds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(bounds);
        return SendAsync(
            HttpMethod.Get, url, null, PageTypes, bounds,
            (response, at, token) => ReadAsync(response, at, bounds, token),
            cancellationToken);
    }

    /// <summary>Sends a form. A redirect is not followed: a form is for whom it was sent to.</summary>
    /// <param name="url">The address.</param>
    /// <param name="form">The fields with their values.</param>
    /// <param name="bounds">How far to go.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="FetchException">It could not be sent.</exception>
    public Task<FetchedPage> PostAsync(
        Uri url, IReadOnlyCollection<KeyValuePair<string, string>> form, FetchBounds bounds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(bounds);
        return SendAsync(
            HttpMethod.Post, url, form, null, bounds,
            (response, at, token) => ReadAsync(response, at, bounds, token),
            cancellationToken);
    }

    /// <summary>
    /// Gets a file of any type; follows redirects, each checked. What the body throws is a <see cref="FetchException"/>, so that it is told
    /// from what <paramref name="take"/> itself throws, which is let out as it is unless it is a <see cref="FetchException"/> or an
    /// <see cref="OperationCanceledException"/>.
    /// </summary>
    /// <param name="url">The address.</param>
    /// <param name="bounds">How far to go; the time holds until <paramref name="take"/> is done.</param>
    /// <param name="take">Takes an answer that has a file; the stream is closed when it returns.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="FetchException">It could not be had.</exception>
    internal async Task<T> DownloadAsync<T>(
        Uri url, FetchBounds bounds, Func<FetchedFile, CancellationToken, Task<T>> take, CancellationToken cancellationToken)
    {
        var (taken, fault) = await SendAsync(
            HttpMethod.Get, url, null, "*/*", bounds, (response, at, token) => TakeAsync(response, at, bounds, take, token),
            cancellationToken).ConfigureAwait(false);
        fault?.Throw();
        return taken!;
    }

    // Explicit, so that nobody who got it from the container ends it for everybody.
    void IDisposable.Dispose() => _client.Dispose();

    private async Task<T> SendAsync<T>(
        HttpMethod method,
        Uri url,
        IReadOnlyCollection<KeyValuePair<string, string>>? form,
        string? accepted,
        FetchBounds bounds,
        Func<HttpResponseMessage, Uri, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(bounds.Timeout, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            for (var redirects = 0; ; redirects++)
            {
                if (!_guard.Allows(url))
                {
                    throw new FetchException(
                        FetchFailure.Forbidden,
                        "The address is not one that is asked: http or https, on the usual port, without a user name.");
                }

                using var request = new HttpRequestMessage(method, url);
                request.Headers.UserAgent.ParseAdd(bounds.UserAgent);
                request.Content = form is null ? null : new FormUrlEncodedContent(form);
                if (accepted is not null)
                {
                    request.Headers.Accept.ParseAdd(accepted);
                }

                using var response = await _client.SendAsync(
                    request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
                if (form is not null || Redirect(response, url) is not { } next)
                {
                    return await read(response, url, both.Token).ConfigureAwait(false);
                }

                if (redirects >= bounds.MaximumRedirects)
                {
                    throw new FetchException(FetchFailure.Unusable, $"It redirects more than {bounds.MaximumRedirects} times.");
                }

                url = next;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new FetchException(FetchFailure.Unreachable, $"It took longer than {bounds.Timeout}.");
        }
        catch (HttpRequestException exception)
        {
            throw Forbidden(exception) ?? new FetchException(FetchFailure.Unreachable, "It could not be reached.", exception);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw new FetchException(FetchFailure.Unreachable, "It broke off.", exception);
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
            // What a decompressor says of bytes that it cannot read.
            throw new FetchException(FetchFailure.Unusable, "It cannot be decompressed.", exception);
        }
    }

    private static FetchException? Forbidden(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is FetchException known)
            {
                return known;
            }
        }

        return null;
    }

    private static Uri? Redirect(HttpResponseMessage response, Uri url) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && response.Headers.Location is { } location
        && Uri.TryCreate(url, location, out var next)
            ? next
            : null;

    private static async Task<(T? Taken, ExceptionDispatchInfo? Fault)> TakeAsync<T>(
        HttpResponseMessage response,
        Uri url,
        FetchBounds bounds,
        Func<FetchedFile, CancellationToken, Task<T>> take,
        CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            var status = (int)response.StatusCode;
            throw new FetchException(
                status is >= 500 or 408 or 429 ? FetchFailure.Unreachable : FetchFailure.Unusable,
                $"It was answered with status {status}.");
        }

        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var body = new FetchedBody(stream, bounds.MaximumBytes, response.Content.Headers.ContentLength);
            await using (body.ConfigureAwait(false))
            {
                try
                {
                    var given = response.Content.Headers.ContentDisposition;
                    var file = new FetchedFile(url, given?.FileNameStar ?? given?.FileName?.Trim('"'), body);
                    return (await take(file, cancellationToken).ConfigureAwait(false), null);
                }
                catch (Exception fault) when (fault is not (FetchException or OperationCanceledException))
                {
                    return (default, ExceptionDispatchInfo.Capture(fault));
                }
            }
        }
    }

    private static async Task<FetchedPage> ReadAsync(
        HttpResponseMessage response, Uri url, FetchBounds bounds, CancellationToken cancellationToken)
    {
        var type = response.Content.Headers.ContentType;
        var mediaType = type?.MediaType?.ToLowerInvariant() ?? "";
        var text = mediaType is "text/html" or "application/xhtml+xml"
            ? await ReadTextAsync(response.Content, type, bounds, cancellationToken).ConfigureAwait(false)
            : "";
        return new FetchedPage(url, response.StatusCode, mediaType, text)
        {
            Links = response.Headers.TryGetValues("Link", out var links) ? [.. links] : [],
        };
    }

    private static async Task<string> ReadTextAsync(
        HttpContent content, MediaTypeHeaderValue? type, FetchBounds bounds, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var memory = new MemoryStream();
            var buffer = new byte[BufferBytes];
            while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                if (memory.Length + read > bounds.MaximumBytes)
                {
                    throw new FetchException(FetchFailure.Unusable, $"It is longer than {bounds.MaximumBytes} bytes.");
                }

                memory.Write(buffer, 0, read);
            }

            return Encode(type?.CharSet).GetString(memory.GetBuffer(), 0, (int)memory.Length);
        }
    }

    private static Encoding Encode(string? charset)
    {
        try
        {
            return charset is null ? Encoding.UTF8 : Encoding.GetEncoding(charset.Trim('"', '\'', ' '));
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            // A character set that nobody knows, or that the platform does not read any more, such as utf-7.
            return Encoding.UTF8;
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        IPAddress[] addresses;
        try
        {
            addresses = IPAddress.TryParse(host, out var literal)
                ? [literal]
                : await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException exception)
        {
            throw new FetchException(FetchFailure.Unreachable, "The name is not known.", exception);
        }

        // One address that is not public makes the whole name suspect.
        if (addresses.Length == 0 || !Array.TrueForAll(addresses, _guard.Allows))
        {
            throw new FetchException(FetchFailure.Forbidden, "The name leads to an address that is not on the public internet.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
