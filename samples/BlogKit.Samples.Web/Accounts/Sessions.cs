using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace BlogKit.Samples.Web.Accounts;

/// <summary>
/// Which sessions were ended: a cookie that somebody copied is worth nothing after its owner signed out. Every sign-in is a session with a
/// number, in the cookie; the numbers of ended ones are kept, over restarts too, for as long as a cookie of theirs could still be valid.
/// </summary>
internal sealed class Sessions(string path, TimeProvider clock)
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);
    private const string ClaimType = "session";
    private readonly Lock _gate = new();
    private Dictionary<string, DateTimeOffset>? _ended;

    /// <summary>The mark of a new session.</summary>
    public static Claim Begin() => new(ClaimType, RandomNumberGenerator.GetHexString(32, lowercase: true));

    /// <summary>Ends the session of somebody signed in; cookies of it are refused from now on.</summary>
    public void End(ClaimsPrincipal user)
    {
        if (user.FindFirstValue(ClaimType) is not { } session)
        {
            return;
        }

        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var ended = Read().Where(e => e.Value > now).ToDictionary(StringComparer.Ordinal);
            ended[session] = now + Longest;
            PrivateFile.Write(path, ended, AccountsJson.Default.DictionaryStringDateTimeOffset);
            _ended = ended;
        }
    }

    /// <summary>Refuses a cookie whose session was ended, or that belongs to none.</summary>
    public static Task CheckAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal?.FindFirstValue(ClaimType) is not { } session
            || context.HttpContext.RequestServices.GetRequiredService<Sessions>().IsEnded(session))
        {
            context.RejectPrincipal();
        }

        return Task.CompletedTask;
    }

    private bool IsEnded(string session)
    {
        lock (_gate)
        {
            return Read().ContainsKey(session);
        }
    }

    private Dictionary<string, DateTimeOffset> Read() =>
        _ended ??= PrivateFile.Read(path, AccountsJson.Default.DictionaryStringDateTimeOffset) ?? [];
}
