using BlogKit.AspNetCore.Endpoints;
using BlogKit.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Hands on the pictures that a service has for commenters. Asked for by comment and not by address or hash: so nobody can use it to have
/// other things fetched, and nobody learns an address by trying hashes. Only writers of shown comments under readable posts have one.
/// </summary>
internal sealed class RemoteAvatars(
    BlogRequests requests,
    CommentService comments,
    PostPages pages,
    PostAccess access,
    RemoteAvatarClient client,
    IOptions<PageOptions> options,
    TimeProvider clock,
    BlogKitInstruments instruments) : IDisposable
{
    private const string Kept = "private, max-age=86400";
    private const int MostKept = 500;
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(6);
    private static readonly TimeSpan FailureKeptFor = TimeSpan.FromMinutes(2);

    private readonly CacheDrops _drops = new(instruments, "avatars");

    // Each counts as one: at most 500 pictures of at most 100 KB.
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostKept, Clock = new SteadyClock(clock) });

    /// <summary>GET avatars/remote/{id}. Three commands.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        if (options.Value.Avatars is AvatarSource.Generated
            || await requests.OpenAsync(context).ConfigureAwait(false) is not { } request
            || BlogRequest.CommentFrom(request.FindRouteValue("id")) is not { } id
            || await comments.GetAsync(
                request.Blog.Id,
                id,
                Actor.System,
                request.Aborted).ConfigureAwait(false) is not { Succeeded: true, Value: { Status: CommentStatus.Approved } comment }
            || await pages.FindShownAsync(request, comment.PostId).ConfigureAwait(false) is not { } post
            || !access.IsOpen(request, post))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var picture = comment.By.Email is { Length: > 0 } email ? await FindAsync(email, request.Aborted).ConfigureAwait(false) : null;
        if (picture is { Exists: true })
        {
            var response = context.Response;
            response.ContentType = picture.ContentType;
            response.ContentLength = picture.Content.Length;
            response.Headers.CacheControl = Kept;
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers.ContentSecurityPolicy = "default-src 'none'";
            await response.Body.WriteAsync(picture.Content, request.Aborted).ConfigureAwait(false);
            return;
        }

        var key = Avatar.KeyOf(request.Blog.Id, comment.By.Name, comment.By.AuthorId);
        await GeneratedAvatars.WriteAsync(context.Response, GeneratedAvatars.BitsOf(key), Kept, request.Aborted).ConfigureAwait(false);
    }

    public void Dispose() => _cache.Dispose();

    private async Task<RemotePicture?> FindAsync(string email, CancellationToken cancellationToken)
    {
        var key = RemoteAvatarClient.HashOf(email);
        if (_cache.TryGetValue(key, out RemotePicture? known))
        {
            return known;
        }

        var picture = await client.FindAsync(email, cancellationToken).ConfigureAwait(false);
        var keptFor = picture is null ? FailureKeptFor : KeptFor;
        _cache.Set(key, picture, _drops.Watch(new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = keptFor }));
        return picture;
    }
}
