using System.Buffers;
using System.Collections.Frozen;
using System.Security.Cryptography;
using BlogKit.AspNetCore;
using BlogKit.AspNetCore.Endpoints;
using BlogKit.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace BlogKit.OpenWeb.Internal;

/// <summary>
/// Lets older editing programs write: the MetaWeblog, Blogger and Movable Type calls they use, over XML-RPC, and the document by which they
/// find it (RSD).
/// </summary>
internal sealed class MetaWeblogEndpoints(
    AuthorService authors,
    PostService posts,
    TaxonomyService taxonomy,
    EditorPosts editor,
    EditorTexts texts,
    MediaIntake media)
{
    private const int NotAllowed = 403;
    private const int NotFound = 404;
    private const int MostRecent = 100;

    // So much of a call is read before anybody has proved who they are; name and password stand in it.
    private const int LargestStart = 16 * 1024;

    // Where the name stands; the password stands behind it. Null = anybody may ask.
    private static readonly FrozenDictionary<string, int?> Methods = new Dictionary<string, int?>(StringComparer.Ordinal)
    {
        ["blogger.deletePost"] = 2,
        ["blogger.getUserInfo"] = 1,
        ["blogger.getUsersBlogs"] = 1,
        ["metaWeblog.deletePost"] = 2,
        ["metaWeblog.editPost"] = 1,
        ["metaWeblog.getCategories"] = 1,
        ["metaWeblog.getPost"] = 1,
        ["metaWeblog.getRecentPosts"] = 1,
        ["metaWeblog.getUsersBlogs"] = 1,
        ["metaWeblog.newMediaObject"] = 1,
        ["metaWeblog.newPost"] = 1,
        ["mt.getCategoryList"] = 1,
        ["mt.getPostCategories"] = 1,
        ["mt.publishPost"] = 1,
        ["mt.setPostCategories"] = 1,
        ["mt.supportedMethods"] = null,
        ["mt.supportedTextFilters"] = null,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>GET rsd.xml.</summary>
    public static async Task DescribeAsync(BlogRequest request)
    {
        const string Space = "http://archipelago.phrasewise.com/rsd";
        var links = request.Links;
        var body = XmlBytes.Write(xml =>
        {
            xml.WriteStartElement("rsd", Space);
            xml.WriteAttributeString("version", "1.0");
            xml.WriteStartElement("service", Space);
            xml.Element("engineName", "BlogKit", Space);
            xml.Element("homePageLink", links.Absolute(links.Home), Space);
            xml.WriteStartElement("apis", Space);
            foreach (var (name, isPreferred) in new[] { ("MetaWeblog", "true"), ("MovableType", "false"), ("Blogger", "false") })
            {
                xml.WriteStartElement("api", Space);
                xml.WriteAttributeString("name", name);
                xml.WriteAttributeString("blogID", request.Blog.Id.ToString());
                xml.WriteAttributeString("preferred", isPreferred);
                xml.WriteAttributeString("apiLink", links.Absolute(OpenWebAddresses.XmlRpc(links)));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        });
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"");
        request.Http.Response.Headers.CacheControl = "no-cache";
        request.Http.Response.Headers.XContentTypeOptions = "nosniff";
        var answer = TypedResults.Bytes(body, "application/rsd+xml; charset=utf-8", entityTag: tag);
        await answer.ExecuteAsync(request.Http).ConfigureAwait(false);
    }

    /// <summary>POST xmlrpc.</summary>
    public async Task TakeAsync(BlogRequest request)
    {
        var (status, body) = await AnswerAsync(request).ConfigureAwait(false);
        await WriteAsync(request.Http, status, body).ConfigureAwait(false);
    }

    /// <summary>Tells a program that the store cannot be used.</summary>
    public static Task FailAsync(HttpContext context, StoreOutage outage) =>
        WriteAsync(context, outage.Status, XmlRpcAnswer.Fault(outage.Status, outage.Message));

    private static async Task WriteAsync(HttpContext context, int status, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/xml; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task<(int Status, byte[] Body)> AnswerAsync(BlogRequest request)
    {
        var context = request.Http;
        try
        {
            Refuse(request.Refusal);
            if (context.Request.ContentType?.Split(';')[0].Trim().ToLowerInvariant() is not ("text/xml" or "application/xml"))
            {
                throw XmlRpcFaultException.OfRequest(StatusCodes.Status415UnsupportedMediaType, "Send text/xml.");
            }

            if (RequestBody.IsTooLarge(context))
            {
                throw XmlRpcFaultException.OfRequest(StatusCodes.Status413PayloadTooLarge, "The call is too large.");
            }

            return (StatusCodes.Status200OK, XmlRpcAnswer.Write(await CallAsync(request).ConfigureAwait(false)));
        }
        catch (XmlRpcFaultException fault)
        {
            return (fault.Status, XmlRpcAnswer.Fault(fault.Code, fault.Message));
        }
    }

    /// <summary>Reads the start of the call, asks who sent it, and only then takes the rest.</summary>
    private async Task<object> CallAsync(BlogRequest request)
    {
        using var memory = new MemoryStream();
        var isWhole = await ReadAsync(request, memory, LargestStart).ConfigureAwait(false);
        var call = isWhole
            ? XmlRpcCall.Read(memory)
            : XmlRpcCall.ReadStart(memory, static method => Methods.TryGetValue(method, out var name) && name is { } at ? at + 2 : 1);
        if (!Methods.TryGetValue(call.Method, out var credentials))
        {
            throw new XmlRpcFaultException(NotFound, "The method is not known.");
        }

        if (credentials is not { } index)
        {
            return call.Method is "mt.supportedTextFilters"
                ? MetaWeblogPost.TextFilters
                : Methods.Keys.Order(StringComparer.Ordinal).ToArray<object>();
        }

        var actor = await ActAsync(request, call, index).ConfigureAwait(false);
        if (!isWhole)
        {
            memory.Position = memory.Length;
            await ReadAsync(request, memory, int.MaxValue).ConfigureAwait(false);
            call = XmlRpcCall.Read(memory);
        }

        return await DoAsync(request, call, actor).ConfigureAwait(false);
    }

    /// <summary>Reads so many bytes more, or to the end; true at the end.</summary>
    private static async Task<bool> ReadAsync(BlogRequest request, MemoryStream memory, int most)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(LargestStart);
        try
        {
            while (most > 0)
            {
                var read = await request.Http.Request.Body.ReadAsync(
                    buffer.AsMemory(0, Math.Min(most, buffer.Length)), request.Aborted).ConfigureAwait(false);
                if (read == 0)
                {
                    memory.Position = 0;
                    return true;
                }

                memory.Write(buffer, 0, read);
                most -= read;
            }

            memory.Position = 0;
            return false;
        }
        catch (Exception fault) when (RequestBody.FindStatus(request.Http, fault) is { } status)
        {
            throw XmlRpcFaultException.OfRequest(status, "The call could not be read.", fault);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private Task<object> DoAsync(BlogRequest request, XmlRpcCall call, Actor actor) => call.Method switch
    {
        "blogger.getUsersBlogs" or "metaWeblog.getUsersBlogs" => BlogsAsync(request, actor),
        "blogger.getUserInfo" => Task.FromResult<object>(UserInfo(actor)),
        "blogger.deletePost" or "metaWeblog.deletePost" => DeleteAsync(request, call, actor),
        "metaWeblog.newMediaObject" => AddMediaAsync(request, call, actor),
        "metaWeblog.newPost" => CreateAsync(request, call, actor),
        "metaWeblog.editPost" => ChangeAsync(request, call, actor),
        "metaWeblog.getPost" => OfPostAsync(request, call, actor, DescribeAsync),
        "metaWeblog.getRecentPosts" => RecentAsync(request, call, actor),
        "metaWeblog.getCategories" or "mt.getCategoryList" => CategoriesAsync(request),
        "mt.getPostCategories" => OfPostAsync(request, call, actor, PostCategoriesAsync),
        "mt.setPostCategories" => SetCategoriesAsync(request, call, actor),
        "mt.publishPost" => PublishAsync(request, call, actor),
        _ => throw new XmlRpcFaultException(NotFound, "The method is not known."),
    };

    private async Task<object> OfPostAsync(BlogRequest request, XmlRpcCall call, Actor actor, Func<BlogRequest, Post, Task<object>> tell) =>
        await tell(request, await FindAsync(request, call, 0, actor).ConfigureAwait(false)).ConfigureAwait(false);

    // The name stands at the index, the password behind it.
    private async Task<Actor> ActAsync(BlogRequest request, XmlRpcCall call, int index)
    {
        var secret = "xmlrpc " + request.Blog.Id;
        Refuse(request.BeginTry(secret));
        var authenticator = request.Http.RequestServices.GetRequiredService<IMetaWeblogAuthenticator>();
        var key = await authenticator.AuthenticateAsync(
            request.Blog, call.Text(index), call.Text(index + 1), request.Aborted).ConfigureAwait(false);
        if (key is not null)
        {
            request.ForgiveTry(secret);
        }

        var author = key is null ? null : await authors.FindByUserKeyAsync(request.Blog.Id, key, request.Aborted).ConfigureAwait(false);
        var actor = author is null ? Actor.Anonymous : Actor.Author(author);
        return actor.CanWrite ? actor : throw new XmlRpcFaultException(NotAllowed, "The name or the password is wrong, or no author's.");
    }

    private static void Refuse(LimitRefusal? refusal)
    {
        if (refusal is not null)
        {
            throw XmlRpcFaultException.OfRequest(StatusCodes.Status429TooManyRequests, refusal.Error.Message);
        }
    }

    private async Task<Post> FindAsync(BlogRequest request, XmlRpcCall call, int index, Actor actor)
    {
        var found = PostId.TryParse(call.Text(index), null, out var id)
            ? await posts.GetAsync(request.Blog.Id, id, actor, request.Aborted).ConfigureAwait(false)
            : null;
        return found is { Succeeded: true, Value: var post }
            && (actor.CanEditOthers || (actor.AuthorId is { } self && post.AuthorIds.Contains(self)))
                ? post
                : throw new XmlRpcFaultException(NotFound, "There is no such post that you may edit.");
    }

    private static Task<object> BlogsAsync(BlogRequest request, Actor actor) => Task.FromResult<object>(new object[]
    {
        MetaWeblogPost.Struct(
            ("blogid", request.Blog.Id.ToString()),
            ("blogName", request.Blog.Name),
            ("url", request.Links.Absolute(request.Links.Home)),
            ("xmlrpc", request.Links.Absolute(OpenWebAddresses.XmlRpc(request.Links))),
            ("isAdmin", actor.CanAdminister)),
    });

    private static Dictionary<string, object> UserInfo(Actor actor) =>
        MetaWeblogPost.Struct(
            ("userid", actor.Key?.ToString() ?? ""),
            ("nickname", actor.Name ?? ""),
            ("firstname", actor.Name ?? ""),
            ("lastname", ""),
            ("email", actor.Email ?? ""),
            ("url", ""));

    private async Task<object> DeleteAsync(BlogRequest request, XmlRpcCall call, Actor actor)
    {
        var post = await FindAsync(request, call, 1, actor).ConfigureAwait(false);
        Take(await posts.ArchiveAsync(post.BlogId, post.Id, actor, post.Version, request.Aborted).ConfigureAwait(false));
        return true;
    }

    private async Task<object> CreateAsync(BlogRequest request, XmlRpcCall call, Actor actor) =>
        Take(await editor.CreateAsync(
            request.Blog,
            actor,
            MetaWeblogPost.Read(call.Struct(3), call.Flag(4) ?? false),
            request.Aborted).ConfigureAwait(false)).Post.Id.ToString();

    // A picture is named by what is in it; the name the program gives is what a download is called.
    private async Task<object> AddMediaAsync(BlogRequest request, XmlRpcCall call, Actor actor)
    {
        var sent = call.Struct(3);
        if (sent.GetValueOrDefault("bits") is not byte[] bits)
        {
            throw new XmlRpcFaultException(StatusCodes.Status400BadRequest, "bits must be the picture, as base64.");
        }

        using var content = new MemoryStream(bits, writable: false);
        var taken = await media.AddAsync(request, actor, content, sent.GetValueOrDefault("name") as string).ConfigureAwait(false);
        return taken.IsKept
            ? MetaWeblogPost.Struct(
                ("url", request.Links.Absolute(request.Links.Media(taken.Name))), ("file", taken.Name), ("type", taken.ContentType))
            : throw new XmlRpcFaultException(taken.Status, media.Say(request.Text, taken.Problem));
    }

    private async Task<object> ChangeAsync(BlogRequest request, XmlRpcCall call, Actor actor)
    {
        var post = await FindAsync(request, call, 0, actor).ConfigureAwait(false);
        Take(await editor.ChangeAsync(
            request.Blog, post, actor, MetaWeblogPost.Read(call.Struct(3), call.Flag(4)), request.Aborted).ConfigureAwait(false));
        return true;
    }

    private async Task<object> PublishAsync(BlogRequest request, XmlRpcCall call, Actor actor)
    {
        var post = await FindAsync(request, call, 0, actor).ConfigureAwait(false);
        Take(await editor.ChangeAsync(request.Blog, post, actor, new EditorPost
        {
            Stage = EditorStage.Published,
            Audience = post.Status is PostStatus.Private ? AudienceOf(post.Visibility) : null,
        }, request.Aborted).ConfigureAwait(false));
        return true;
    }

    private async Task<object> SetCategoriesAsync(BlogRequest request, XmlRpcCall call, Actor actor)
    {
        var post = await FindAsync(request, call, 0, actor).ConfigureAwait(false);
        var wanted = call.List(3)
            .OfType<Dictionary<string, object>>()
            .Select(static c => c.GetValueOrDefault("categoryId") as string ?? "")
            .ToArray();
        var known = await taxonomy.ListAllCategoriesAsync(request.Blog.Id, request.Aborted).ConfigureAwait(false);
        if (Array.Find(wanted, id => !known.Any(c => string.Equals(c.Id.ToString(), id, StringComparison.Ordinal))) is { } unknown)
        {
            throw new XmlRpcFaultException(
                StatusCodes.Status422UnprocessableEntity, $"There is no category with the categoryId {unknown}.");
        }

        Take(await posts.UpdateAsync(
            post with
            {
                CategoryIds = [.. known.Where(c => wanted.Contains(c.Id.ToString(), StringComparer.Ordinal)).Select(static c => c.Id)],
            },
            actor,
            cancellationToken: request.Aborted).ConfigureAwait(false));
        return true;
    }

    private async Task<object> RecentAsync(BlogRequest request, XmlRpcCall call, Actor actor)
    {
        var size = (int)Math.Clamp(call.Number(3), 1, MostRecent);
        var all = new List<object>();
        string? cursor = null;
        do
        {
            var listed = Take(await posts.ListForDeskAsync(
                new DeskPostsQuery(request.Blog.Id) { Kind = PostKind.Post, Size = size, Cursor = cursor },
                actor,
                request.Aborted).ConfigureAwait(false));

            // A program has no word for what was deleted, and would bring it back with its next change.
            foreach (var summary in listed.Items.Where(static post => post.Status is not PostStatus.Archived).Take(size - all.Count))
            {
                var post = await posts.GetAsync(summary.BlogId, summary.Id, actor, request.Aborted).ConfigureAwait(false);
                if (post.Succeeded)
                {
                    all.Add(await DescribeAsync(request, post.Value).ConfigureAwait(false));
                }
            }

            cursor = listed.Next;
        }
        while (cursor is not null && all.Count < size);

        return all;
    }

    private async Task<object> CategoriesAsync(BlogRequest request)
    {
        var known = await taxonomy.ListAllCategoriesAsync(request.Blog.Id, request.Aborted).ConfigureAwait(false);
        return known.Select(object (c) => MetaWeblogPost.Struct(
            ("categoryId", c.Id.ToString()),
            ("categoryid", c.Id.ToString()),
            ("categoryName", c.Name),
            ("title", c.Name),
            ("description", c.Name),
            ("htmlUrl", request.Links.Absolute(request.Links.Category(c.Slug))),
            ("rssUrl", request.Links.Absolute(BlogLinks.FeedOf(request.Links.Category(c.Slug)))))).ToArray();
    }

    private async Task<object> PostCategoriesAsync(BlogRequest request, Post post)
    {
        var known = await taxonomy.ListAllCategoriesAsync(request.Blog.Id, request.Aborted).ConfigureAwait(false);
        return known.Where(c => post.CategoryIds.Contains(c.Id))
            .Select(object (c) => MetaWeblogPost.Struct(("categoryId", c.Id.ToString()), ("categoryName", c.Name), ("isPrimary", false)))
            .ToArray();
    }

    private async Task<object> DescribeAsync(BlogRequest request, Post post)
    {
        var known = post.CategoryIds.IsEmpty
            ? []
            : await taxonomy.ListAllCategoriesAsync(request.Blog.Id, request.Aborted).ConfigureAwait(false);
        return MetaWeblogPost.Describe(
            post,
            request.Links.Absolute(request.Links.Post(post.Slug)),
            await texts.HtmlPartsAsync(post, request.Aborted).ConfigureAwait(false),
            known.Where(c => post.CategoryIds.Contains(c.Id)).Select(object (c) => c.Name).ToArray(),
            post.Comments.Mode ?? request.Blog.Comments.Mode);
    }

    private static EditorAudience AudienceOf(PostVisibility visibility) => visibility switch
    {
        PostVisibility.Public => EditorAudience.Public,
        PostVisibility.Password => EditorAudience.Protected,
        _ => EditorAudience.Unlisted,
    };

    private static T Take<T>(Result<T> result)
        where T : notnull => result.Succeeded ? result.Value : throw Fault(result.Error);

    private static XmlRpcFaultException Fault(BlogError error) => new(
        error.Kind switch
        {
            ErrorKind.Forbidden => NotAllowed,
            ErrorKind.NotFound => NotFound,
            ErrorKind.Conflict => StatusCodes.Status409Conflict,
            ErrorKind.TooMany => StatusCodes.Status429TooManyRequests,
            _ => StatusCodes.Status422UnprocessableEntity,
        },
        error.Message);
}
