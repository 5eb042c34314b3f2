using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Who a guest in a frame is: by a cookie where the browser keeps one for this site in that frame (partitioned, so that it follows nobody
/// to another site), else by what the addresses of the frame carry, readable by this application alone and for a day.
/// </summary>
internal sealed class EmbedGuests(IDataProtectionProvider protection, GuestNetworks networks)
{
    public const string Parameter = "guest";
    public const string CookieName = "bk.embed";
    private const string Purpose = "BlogKit.AspNetCore.EmbedGuests.v1";
    private const int SecretBytes = 32;
    private const int LongestSecret = 100;
    private const int LongestToken = 1_000;

    public static string NewSecret() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The secret of whoever asks; null for somebody new.</summary>
    public string? SecretOf(HttpContext context)
    {
        if (WebCookies.Read(context.Request, CookieName) is { Length: >= 40 and <= LongestSecret } cookie)
        {
            return cookie;
        }

        if (context.Request.Query[Parameter] is not [{ Length: > 0 and <= LongestToken } token, ..])
        {
            return null;
        }

        try
        {
            return Protector().Unprotect(token);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The guest with this secret, where they come from now.</summary>
    public Actor GuestOf(HttpContext context, string secret) => networks.GuestOf(context, secret);

    public string Protect(string secret) => Protector().Protect(secret, TimeSpan.FromDays(1));

    /// <summary>Lets the browser keep the secret for this frame; only over https, without which no browser would.</summary>
    public static void Remember(HttpContext context, BlogLinks links, string secret)
    {
        if (context.Request.IsHttps)
        {
            WebCookies.Keep(context, links, CookieName, secret, TimeSpan.FromDays(180), static cookie =>
            {
                cookie.SameSite = SameSiteMode.None;
                cookie.Extensions.Add("Partitioned");
            });
        }
    }

    private ITimeLimitedDataProtector Protector() => protection.CreateProtector(Purpose).ToTimeLimitedDataProtector();
}
