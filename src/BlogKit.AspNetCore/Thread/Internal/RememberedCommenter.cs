using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What a guest asked to be remembered, kept in their browser alone and readable by this application alone.</summary>
internal sealed record RememberedCommenter(string Name, string Email, string Url)
{
    public const string CookieName = "bk.me";
    private const string Purpose = "BlogKit.AspNetCore.RememberedCommenter.v1";
    private const int LongestCookie = 3_500;

    public static RememberedCommenter? Read(HttpContext context, IDataProtectionProvider protection)
    {
        if (WebCookies.Read(context.Request, CookieName) is not { Length: > 0 and <= LongestCookie } cookie)
        {
            return null;
        }

        try
        {
            return protection.CreateProtector(Purpose).Unprotect(cookie).Split('\n') is [var name, var email, var url]
                ? new RememberedCommenter(name, email, url)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Keeps what was typed, or forgets it when the box was not ticked.</summary>
    public static void Write(HttpContext context, BlogLinks links, IDataProtectionProvider protection, CommentInput input)
    {
        if (input.Remember)
        {
            var text = string.Join(
                '\n', new[] { input.Name, input.Email, input.Url }.Select(static s => (s ?? "").ReplaceLineEndings(" ").Trim()));
            var cookie = protection.CreateProtector(Purpose).Protect(text);
            if (cookie.Length <= LongestCookie)
            {
                WebCookies.Keep(context, links, CookieName, cookie, TimeSpan.FromDays(180));
            }
        }
        else if (WebCookies.Has(context.Request, CookieName))
        {
            WebCookies.Forget(context, links, CookieName);
        }
    }
}
