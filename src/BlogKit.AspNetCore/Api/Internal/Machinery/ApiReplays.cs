using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BlogKit.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Answers a repeated request as it was answered before: in the application's <see cref="IDistributedCache"/> where it has one, so that any
/// host knows, else in a bounded memory of this process. Only successes are kept: what was refused changed nothing and may be tried again.
/// Requests with the same key run one after the other.
/// </summary>
internal sealed class ApiReplays(
    IEnumerable<IDistributedCache> shared,
    IOptions<ReplayOptions> options,
    TimeProvider clock,
    BlogKitInstruments instruments) : IDisposable
{
    public const int LongestKey = 200;
    private const string Prefix = "blogkit:replay:";

    private readonly IDistributedCache? _shared = shared.LastOrDefault();
    private readonly MemoryCache _own = new(new MemoryCacheOptions { SizeLimit = options.Value.Memory, Clock = new SteadyClock(clock) });
    private readonly CacheDrops _drops = new(instruments, "replays");
    private readonly Turns _turns = new();

    private static ApiReply KeyReused { get; } = ApiProblems.Of(
        StatusCodes.Status422UnprocessableEntity,
        "Invalid input",
        ErrorCodes.KeyReused,
        "This {field} was already used for another request. Make a new key for each thing you do.",
        "Idempotency-Key");

    /// <summary>Runs the request, or returns what it was answered the first time.</summary>
    public async Task<ApiReply> RunAsync(ApiCall call, byte[] body, Func<Task<ApiReply>> run)
    {
        var (name, hash) = Name(call, body);
        IDisposable? turn;
        do
        {
            turn = await _turns.TakeAsync(name, call.Aborted).ConfigureAwait(false);
        }
        while (turn is null);
        using (turn)
        {
            if (await FindAsync(name, call.Aborted).ConfigureAwait(false) is { } stored)
            {
                return string.Equals(stored.RequestHash, hash, StringComparison.Ordinal)
                    ? new ApiReply(stored.Status, stored.Body, stored.ContentType)
                    {
                        Version = stored.Version,
                        Location = stored.Location,
                        IsReplay = true,
                    }
                    : KeyReused;
            }

            var reply = await run().ConfigureAwait(false);
            if (reply.IsSuccess)
            {
                await KeepAsync(name, hash, reply).ConfigureAwait(false);
            }

            return reply;
        }
    }

    public void Dispose() => _own.Dispose();

    private static (string Name, string Hash) Name(ApiCall call, byte[] body)
    {
        var http = call.Request.Http;
        var target = JoinedKey.Of(
            http.Request.Method, http.Request.PathBase.Value, http.Request.Path.Value, http.Request.QueryString.Value);
        var who = call.Actor.Key?.ToString() ?? $"address:{RemoteAddress.Of(http)}";
        var name = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(JoinedKey.Of(call.Blog.Id.ToString(), who, target, call.Key))));

        // The condition belongs to the request: the same words about another version are another request.
        var hash = SHA256.HashData([.. Encoding.UTF8.GetBytes(http.Request.Headers.IfMatch.ToString()), 0, .. body]);
        return (Prefix + name, Convert.ToHexStringLower(hash));
    }

    private async Task<ApiStoredReply?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var bytes = _shared is null ? _own.Get<byte[]>(name) : await _shared.GetAsync(name, cancellationToken).ConfigureAwait(false);
        return bytes is not null
            && JsonSerializer.Deserialize(bytes, ApiJson.Default.ApiStoredReply) is { } stored
            && (_shared is null || IsDue(stored))
            ? stored
            : null;
    }

    // Hosts share it, so it is a time of the wall, and one whose clock was set back keeps nothing for longer than it said. The own memory
    // ends it by itself.
    private bool IsDue(ApiStoredReply stored) =>
        stored.ExpiresAt - clock.GetUtcNow() is var left && left > TimeSpan.Zero && left <= options.Value.Lifetime;

    // What was done stays done, whether its caller still listens or not.
    private async Task KeepAsync(string name, string hash, ApiReply reply)
    {
        var lifetime = options.Value.Lifetime;
        var stored = new ApiStoredReply
        {
            RequestHash = hash,
            Status = reply.Status,
            Body = reply.Body,
            ContentType = reply.ContentType,
            Version = reply.Version,
            Location = reply.Location,
            ExpiresAt = clock.GetUtcNow() + lifetime,
        };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(stored, ApiJson.Default.ApiStoredReply);
        if (_shared is null)
        {
            _own.Set(
                name,
                bytes,
                _drops.Watch(new MemoryCacheEntryOptions { Size = bytes.Length, AbsoluteExpirationRelativeToNow = lifetime }));
        }
        else
        {
            await _shared.SetAsync(
                name,
                bytes,
                new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = lifetime },
                CancellationToken.None).ConfigureAwait(false);
        }
    }
}
