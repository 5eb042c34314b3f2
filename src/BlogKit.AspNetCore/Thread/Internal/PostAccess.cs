using System.Security.Cryptography;
using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.DataProtection;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Remembers in the reader's browser, for as long as it is open, which protected posts were unlocked. A changed password locks them again.
/// </summary>
internal sealed class PostAccess(IDataProtectionProvider protection)
{
    private const string CookiePrefix = "bk.post.";

    /// <summary>Whether a cookie may open a post.</summary>
    public static bool IsCookie(string name) =>
        name.StartsWith(CookiePrefix, StringComparison.Ordinal) && PostId.TryParse(name[CookiePrefix.Length..], null, out _);

    public bool IsOpen(BlogRequest request, Post post)
    {
        if (post.Visibility is not PostVisibility.Password || MayEdit(request.Actor, post))
        {
            return true;
        }

        if (WebCookies.Read(request.Http.Request, CookiePrefix + post.Id) is not { Length: > 0 and < 2_000 } cookie)
        {
            return false;
        }

        try
        {
            return string.Equals(Protector(post).Unprotect(cookie), post.PasswordHash, StringComparison.Ordinal);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The API reads no cookies of the pages: protected posts are open there to those who may edit them.</summary>
    public static bool IsOpenToApi(BlogRequest request, Post post) =>
        post.Visibility is not PostVisibility.Password || MayEdit(request.Actor, post);

    public void Open(BlogRequest request, Post post) =>
        WebCookies.Keep(
            request.Http, request.Links, CookiePrefix + post.Id, Protector(post).Protect(post.PasswordHash ?? ""), lifetime: null);

    private static bool MayEdit(Actor actor, Post post) =>
        actor.CanEditOthers || (actor.AuthorId is { } author && post.AuthorIds.Contains(author));

    private IDataProtector Protector(Post post) => protection.CreateProtector("BlogKit.AspNetCore.PostAccess.v1", post.Id.ToString());
}
