using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Tries passwords of protected posts. Wrong ones are counted for each post and network. A hash takes a whole processor for a tenth of a
/// second and more: as many are made at once as there are processors, the others wait their turn; and the right one is hashed once, so that
/// it costs nobody much to know it.
/// </summary>
internal sealed class PasswordGate(RateLimits limits) : IDisposable
{
    private const string NoPost = "";
    private const int MostKept = 1_000;
    private readonly SemaphoreSlim _gate = new(Environment.ProcessorCount);
    private readonly ConcurrentDictionary<PostId, byte[]> _right = new();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Whether it is the post's password; or that too many wrong ones came from there.</summary>
    public async Task<(bool IsRight, LimitRefusal? Refusal)> TryAsync(HttpContext context, Post post, string password)
    {
        var secret = post.Id.ToString();
        if (limits.BeginTry(context, secret) is { } refusal)
        {
            refusal.Tell(context);
            return (false, refusal);
        }

        if (!await MatchesAsync(post, password, context.RequestAborted).ConfigureAwait(false))
        {
            return (false, null);
        }

        limits.Forgive(context, secret);
        return (true, null);
    }

    /// <summary>
    /// Counts a request until it turns out to bring a password to a post that is there (<see cref="Let"/>): what does not get that far
    /// is as good as a wrong password. Says that there were too many.
    /// </summary>
    public LimitRefusal? Knock(HttpContext context)
    {
        var refusal = limits.BeginTry(context, NoPost);
        refusal?.Hold(context);
        return refusal;
    }

    /// <summary>The request got as far as its password, which is counted for itself.</summary>
    public void Let(HttpContext context) => limits.Forgive(context, NoPost);

    public void Dispose() => _gate.Dispose();

    private async Task<bool> MatchesAsync(Post post, string password, CancellationToken cancellationToken)
    {
        var digest = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(JoinedKey.Of(post.PasswordHash, password)));
        if (_right.TryGetValue(post.Id, out var known) && CryptographicOperations.FixedTimeEquals(known, digest))
        {
            return true;
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!PostService.VerifyPassword(post, password))
            {
                return false;
            }
        }
        finally
        {
            _gate.Release();
        }

        if (_right.Count >= MostKept)
        {
            _right.Clear();
        }

        _right[post.Id] = digest;
        return true;
    }
}
