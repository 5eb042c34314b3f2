using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Tells who asks: the application's user, an author of the blog, or a guest by the secret in their browser.</summary>
internal sealed partial class Visitors(
    AuthorService authors,
    DisplayNameService names,
    UnkeyedForms unkeyed,
    GuestNetworks networks,
    TextCatalog texts,
    IOptions<AntiforgeryOptions> antiforgery,
    ILogger<Visitors> logger)
{
    public const string CookieName = "bk.guest";
    private const int SecretBytes = 32;
    private const int LongestSecret = 100;
    private int _hasWarned;

    /// <summary>
    /// The signed-in user or author; null when nobody is signed in. At most one command; one more for a user whose name may not be shown.
    /// </summary>
    public async Task<Actor?> FindSignedInAsync(HttpContext context, Blog blog)
    {
        if (context.User.Identity?.IsAuthenticated != true
            || context.RequestServices.GetService<IBlogKitUserResolver>() is not { } resolver
            || await resolver.ResolveAsync(context.User, context.RequestAborted).ConfigureAwait(false) is not { } user)
        {
            return null;
        }

        if (await authors.FindByUserKeyAsync(blog.Id, user.Key, context.RequestAborted).ConfigureAwait(false) is { } author)
        {
            return Actor.Author(author);
        }

        var actor = Actor.User(user.Key, user.Name, user.Email, user.AvatarUrl, user.Roles);
        return actor.NameSource is NameSource.Neutral
            ? await NamedAsync(actor, user.Key, blog, context.RequestAborted).ConfigureAwait(false)
            : actor;
    }

    /// <summary>Who asks for a page.</summary>
    public async Task<Actor> FindAsync(HttpContext context, Blog blog) =>
        await FindSignedInAsync(context, blog).ConfigureAwait(false)
        ?? (ReadSecret(context.Request) is { } secret ? GuestOf(context, secret) : Actor.Anonymous);

    /// <summary>
    /// The secret of whoever sends a form: the one in their browser, or a new one. The new one follows from the browser's antiforgery
    /// cookie and the form's key, or from where it comes from and all that was typed, so that a form sent twice at once is sent by one
    /// guest.
    /// </summary>
    public string SecretFor(HttpContext context, string? formKey, IFormCollection form)
    {
        if (ReadSecret(context.Request) is { } secret)
        {
            return secret;
        }

        var browser = context.Request.Cookies[antiforgery.Value.Cookie.Name ?? ""];
        return WebEncoders.Base64UrlEncode(
            string.IsNullOrEmpty(formKey) ? RandomNumberGenerator.GetBytes(SecretBytes)
            : string.IsNullOrEmpty(browser) ? unkeyed.SecretOf(context, formKey, form)
            : HMACSHA256.HashData(Encoding.UTF8.GetBytes(browser), Encoding.UTF8.GetBytes("BlogKit guest " + formKey)));
    }

    /// <summary>The guest with this secret, where they come from now.</summary>
    public Actor GuestOf(HttpContext context, string secret) => networks.GuestOf(context, secret);

    /// <summary>Lets the browser keep the secret, so that the guest recognises what is theirs.</summary>
    public static void Remember(HttpContext context, BlogLinks links, string secret) =>
        WebCookies.Keep(context, links, CookieName, secret, TimeSpan.FromDays(180));

    /// <summary>Whether a browser keeps the secret of a guest.</summary>
    public static bool IsKnown(HttpRequest request) => ReadSecret(request) is not null;

    // Half an address is an address: nothing is made of it.
    private async Task<Actor> NamedAsync(Actor actor, string userKey, Blog blog, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _hasWarned, 1) == 0)
        {
            NameIsAddress(logger);
        }

        return await names.FindAsync(blog.Id, userKey, cancellationToken).ConfigureAwait(false) is { } chosen
            ? actor.WithChosenName(chosen.Name)
            : actor.WithNeutralName(texts.For(blog.Language)["thread.member"]);
    }

    [LoggerMessage(EventId = 101, Level = LogLevel.Warning, Message = "A signed-in user's name is an e-mail address, which is never "
        + "shown: they are asked for a display name with their first comment, and appear as a member without one. "
        + "Give users a claim 'name', 'given_name' or 'nickname', or register a resolver with AddUserResolver (docs/sign-in.md).")]
    private static partial void NameIsAddress(ILogger logger);

    private static string? ReadSecret(HttpRequest request) =>
        WebCookies.Read(request, CookieName) is { Length: >= 40 and <= LongestSecret } secret ? secret : null;
}
