using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Asks a picture service of a fixed name for the picture of an e-mail address: one size, small, soon, without redirects or cookies.
/// </summary>
internal sealed partial class RemoteAvatarClient : IDisposable
{
    private const int LargestPicture = 100 * 1024;
    private const int MostAtOnce = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly HttpClient _client;
    private readonly SemaphoreSlim _room = new(MostAtOnce);
    private readonly TimeProvider _clock;
    private readonly ILogger<RemoteAvatarClient> _logger;

    public RemoteAvatarClient(IOptions<PageOptions> options, TimeProvider clock, ILogger<RemoteAvatarClient> logger)
        : this(BaseOf(options.Value.Avatars), clock, logger)
    {
    }

    /// <summary>With a service at another address, for tests.</summary>
    internal RemoteAvatarClient(Uri service, TimeProvider clock, ILogger<RemoteAvatarClient> logger)
    {
        _clock = clock;
        _logger = logger;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = Patience,
            MaxResponseHeadersLength = 16,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        })
        {
            BaseAddress = service,
            MaxResponseContentBufferSize = LargestPicture,
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>The picture; <see cref="RemotePicture.None"/> when the service has none; null when it could not be asked.</summary>
    public async Task<RemotePicture?> FindAsync(string email, CancellationToken cancellationToken)
    {
        if (!await _room.WaitAsync(Patience, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        try
        {
            using var patience = new CancellationTokenSource(Patience, _clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            using var response = await _client.GetAsync(
                PathOf(email), HttpCompletionOption.ResponseContentRead, either.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                return (int)response.StatusCode < 500 ? RemotePicture.None : null;
            }

            var content = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            return RemotePicture.TypeOf(content) is { } type ? new RemotePicture(content, type) : RemotePicture.None;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            NotReached(_logger, _client.BaseAddress!.Host, exception.Message);
            return null;
        }
        finally
        {
            _room.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _room.Dispose();
    }

    /// <summary>The SHA-256 hash of an address, as both services take it.</summary>
    internal static string HashOf(string email) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToLowerInvariant())));

    private static string PathOf(string email) => $"avatar/{HashOf(email)}?s=80&d=404&r=pg";

    private static Uri BaseOf(AvatarSource source) =>
        source is AvatarSource.Libravatar ? new("https://seccdn.libravatar.org/") : new("https://gravatar.com/");

    [LoggerMessage(EventId = 120, Level = LogLevel.Information, Message = "The picture service {Host} could not be asked: {Reason}")]
    private static partial void NotReached(ILogger logger, string host, string reason);
}
