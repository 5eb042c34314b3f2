using System.Xml;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Lets older editing programs write: the MetaWeblog, Blogger and Movable Type calls they use, over XML-RPC, and the document by which they find it (RSD).</summary>
internal sealed class MetaWeblogEndpoints(
    BlogRequests requests, AuthorService authors, PostService posts, TaxonomyService taxonomy, EditorPosts editor, MediaIntake media, Messages messages, IOptions<BlogKitWebOptions> options)
{
    private const int NotAllowed = 403;
    private const int NotFound = 404;
    private const int MostRecent = 100;

    private static readonly string[] Methods =
    [
        "blogger.deletePost", "blogger.getUserInfo", "blogger.getUsersBlogs", "metaWeblog.deletePost", "metaWeblog.editPost", "metaWeblog.getCategories",
        "metaWeblog.getPost", "metaWeblog.getRecentPosts", "metaWeblog.getUsersBlogs", "metaWeblog.newMediaObject", "metaWeblog.newPost", "mt.getCategoryList", "mt.getPostCategories",
        "mt.publishPost", "mt.setPostCategories", "mt.supportedMethods",
    ];

    /// <summary>GET rsd.xml.</summary>
    public async Task DescribeAsync(HttpContext context, BlogMount mount)
    {
        if (await requests.OpenAsync(context, mount, withGuests: false).ConfigureAwait(false) is not { } request)
        {
            await messages.NoBlogAsync(context, mount).ConfigureAwait(false);
            return;
        }

        const string Space = "http://archipelago.phrasewise.com/rsd";
        var links = request.Links;
        var body = FeedXml.Write(xml =>
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
                xml.WriteAttributeString("apiLink", links.Absolute(links.XmlRpc));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        });
        await AnswerMemory.WriteAsync(context, new StoredAnswer(body, "application/rsd+xml; charset=utf-8", AnswerMemory.Tag(body), null)).ConfigureAwait(false);
    }

    /// <summary>POST xmlrpc.</summary>
    public async Task CallAsync(HttpContext context, BlogMount mount)
    {
        if (await requests.OpenAsync(context, mount, withGuests: false).ConfigureAwait(false) is not { } request)
        {
            await messages.NoBlogAsync(context, mount).ConfigureAwait(false);
            return;
        }

        var (status, body) = await AnswerAsync(request).ConfigureAwait(false);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/xml; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, request.Aborted).ConfigureAwait(false);
    }

    private async Task<(int Status, byte[] Body)> AnswerAsync(BlogRequest request)
    {
        var context = request.Http;
        if (context.Request.ContentType?.Split(';')[0].Trim().ToLowerInvariant() is not ("text/xml" or "application/xml"))
        {
            return (StatusCodes.Status415UnsupportedMediaType, XmlRpcAnswer.Fault(StatusCodes.Status415UnsupportedMediaType, "Send text/xml."));
        }

        try
        {
            if (!Forms.LimitBody(context, options.Value.OpenWeb.MaximumEditorBytes))
            {
                return (StatusCodes.Status413PayloadTooLarge, XmlRpcAnswer.Fault(StatusCodes.Status413PayloadTooLarge, "The call is too large."));
            }

            using var memory = new MemoryStream();
            await context.Request.Body.CopyToAsync(memory, request.Aborted).ConfigureAwait(false);
            memory.Position = 0;
            var call = XmlRpcCall.Read(memory);
            return (StatusCodes.Status200OK, XmlRpcAnswer.Write(await DoAsync(request, call).ConfigureAwait(false)));
        }
        catch (XmlRpcFaultException fault)
        {
            return (fault.Code == StatusCodes.Status400BadRequest ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK, XmlRpcAnswer.Fault(fault.Code, fault.Message));
        }
        catch (BadHttpRequestException exception)
        {
            return (exception.StatusCode, XmlRpcAnswer.Fault(exception.StatusCode, "The call could not be read."));
        }
        catch (Exception exception) when (exception is XmlException or InvalidOperationException && !request.Aborted.IsCancellationRequested)
        {
            return (StatusCodes.Status400BadRequest, XmlRpcAnswer.Fault(StatusCodes.Status400BadRequest, "The call is not XML-RPC."));
        }
    }

    private async Task<object> DoAsync(BlogRequest request, XmlRpcCall call) => call.Method switch
    {
        "mt.supportedMethods" => Methods,
        "blogger.getUsersBlogs" => await BlogsAsync(request, await ActAsync(request, call, 1).ConfigureAwait(false)).ConfigureAwait(false),
        "metaWeblog.getUsersBlogs" => await BlogsAsync(request, await ActAsync(request, call, 1).ConfigureAwait(false)).ConfigureAwait(false),
        "blogger.getUserInfo" => UserInfo(await ActAsync(request, call, 1).ConfigureAwait(false)),
        "blogger.deletePost" or "metaWeblog.deletePost" => await DeleteAsync(request, call, await ActAsync(request, call, 2).ConfigureAwait(false)).ConfigureAwait(false),
        "metaWeblog.newMediaObject" => await AddMediaAsync(request, call, await ActAsync(request, call, 1).ConfigureAwait(false)).ConfigureAwait(false),
        "metaWeblog.newPost" => await CreateAsync(request, call, await ActAsync(request, call, 1).ConfigureAwait(false)).ConfigureAwait(false),
        "metaWeblog.editPost" => await ChangeAsync(request, call, await ActAsync(request, call, 1).ConfigureAwait(false)).ConfigureAwait(false),
        "metaWeblog.getPost" => await DescribeAsync(request, await FindAsync(request, call, 0, await ActAsync(request, call, 1).ConfigureAwait(false)).ConfigureAwait(false)).ConfigureAwait(false),
        "metaWeblog.getRecentPosts" => await RecentAsync(request, call, await ActAsync(request, call, 1).ConfigureAwait(false)).ConfigureAwait(false),
        "metaWeblog.getCategories" or "mt.getCategoryList" => await CategoriesAsync(request, await ActAsync(request, call, 1).ConfigureAwait(false)).ConfigureAwait(false),
        "mt.getPostCategories" => await PostCategoriesAsync(request, await FindAsync(request, call, 0, await ActAsync(request, call, 1).ConfigureAwait(false)).ConfigureAwait(false)).ConfigureAwait(false),
        "mt.setPostCategories" => await SetCategoriesAsync(request, call, await ActAsync(request, call, 1).ConfigureAwait(false)).ConfigureAwait(false),
        "mt.publishPost" => await PublishAsync(request, call, await ActAsync(request, call, 1).ConfigureAwait(false)).ConfigureAwait(false),
        _ => throw new XmlRpcFaultException(NotFound, "The method is not known."),
    };

    // The name stands at the index, the password behind it.
    private async Task<Actor> ActAsync(BlogRequest request, XmlRpcCall call, int index)
    {
        var authenticator = request.Http.RequestServices.GetRequiredService<IMetaWeblogAuthenticator>();
        var key = await authenticator.AuthenticateAsync(request.Blog, call.Text(index), call.Text(index + 1), request.Aborted).ConfigureAwait(false);
        var author = key is null ? null : await authors.FindByUserKeyAsync(request.Blog.Id, key, request.Aborted).ConfigureAwait(false);
        var actor = author is null ? Actor.Anonymous : Actor.Author(author);
        return actor.CanWrite ? actor : throw new XmlRpcFaultException(NotAllowed, "The name or the password is wrong, or no author's.");
    }

    private async Task<Post> FindAsync(BlogRequest request, XmlRpcCall call, int index, Actor actor)
    {
        var found = PostId.TryParse(call.Text(index), null, out var id) ? await posts.FindAsync(id, actor, request.Aborted).ConfigureAwait(false) : null;
        return found is { Succeeded: true, Value: var post }
            && post.BlogId == request.Blog.Id
            && (actor.CanEditOthers || (actor.AuthorId is { } self && post.AuthorIds.Contains(self)))
                ? post
                : throw new XmlRpcFaultException(NotFound, "There is no such post that you may edit.");
    }

    private static Task<object> BlogsAsync(BlogRequest request, Actor actor) => Task.FromResult<object>(new object[]
    {
        Struct(
            ("blogid", request.Blog.Id.ToString()),
            ("blogName", request.Blog.Name),
            ("url", request.Links.Absolute(request.Links.Home)),
            ("xmlrpc", request.Links.Absolute(request.Links.XmlRpc)),
            ("isAdmin", actor.CanAdminister)),
    });

    private static Dictionary<string, object> UserInfo(Actor actor) =>
        Struct(("userid", actor.Key ?? ""), ("nickname", actor.Name ?? ""), ("firstname", actor.Name ?? ""), ("lastname", ""), ("email", actor.Email ?? ""), ("url", ""));

    private async Task<object> DeleteAsync(BlogRequest request, XmlRpcCall call, Actor actor)
    {
        var post = await FindAsync(request, call, 1, actor).ConfigureAwait(false);
        Take(await posts.ArchiveAsync(post.Id, post.Version, actor, request.Aborted).ConfigureAwait(false));
        return true;
    }

    private async Task<object> CreateAsync(BlogRequest request, XmlRpcCall call, Actor actor) =>
        Take(await editor.CreateAsync(request.Blog, actor, Read(call.Struct(3)) with { IsPublished = call.Flag(4) }, request.Aborted).ConfigureAwait(false)).Id.ToString();

    // The name the program gives is not used: a picture is named by what is in it.
    private async Task<object> AddMediaAsync(BlogRequest request, XmlRpcCall call, Actor actor)
    {
        if (call.Struct(3).GetValueOrDefault("bits") is not byte[] content)
        {
            throw new XmlRpcFaultException(StatusCodes.Status400BadRequest, "bits must be the picture, as base64.");
        }

        var taken = await media.AddAsync(request, actor, content).ConfigureAwait(false);
        return taken.IsKept
            ? Struct(("url", request.Links.Absolute(MediaPages.UrlOf(request.Links, taken.Name))), ("file", taken.Name), ("type", MediaName.ContentTypeOf(MediaName.KindOf(taken.Name)!.Value)))
            : throw new XmlRpcFaultException(taken.Status, media.Say(request.Text, taken.Problem));
    }

    private async Task<object> ChangeAsync(BlogRequest request, XmlRpcCall call, Actor actor)
    {
        var post = await FindAsync(request, call, 0, actor).ConfigureAwait(false);
        Take(await editor.ChangeAsync(post, actor, Read(call.Struct(3)) with { IsPublished = call.Flag(4) }, request.Aborted).ConfigureAwait(false));
        return true;
    }

    private async Task<object> PublishAsync(BlogRequest request, XmlRpcCall call, Actor actor)
    {
        var post = await FindAsync(request, call, 0, actor).ConfigureAwait(false);
        Take(await editor.ChangeAsync(post, actor, new EditorPost { IsPublished = true }, request.Aborted).ConfigureAwait(false));
        return true;
    }

    private async Task<object> SetCategoriesAsync(BlogRequest request, XmlRpcCall call, Actor actor)
    {
        var post = await FindAsync(request, call, 0, actor).ConfigureAwait(false);
        var wanted = call.List(3).OfType<Dictionary<string, object>>().Select(static c => c.GetValueOrDefault("categoryId") as string).ToArray();
        var known = await taxonomy.ListCategoriesAsync(request.Blog.Id, request.Aborted).ConfigureAwait(false);
        Take(await posts.UpdateAsync(
            post with { CategoryIds = [.. known.Where(c => wanted.Contains(c.Id.ToString(), StringComparer.Ordinal)).Select(static c => c.Id)] },
            actor,
            cancellationToken: request.Aborted).ConfigureAwait(false));
        return true;
    }

    private async Task<object> RecentAsync(BlogRequest request, XmlRpcCall call, Actor actor)
    {
        var size = (int)Math.Clamp(call.Number(3), 1, MostRecent);
        var listed = await posts.ListForDeskAsync(request.Blog.Id, actor, kind: PostKind.Post, size: size, cancellationToken: request.Aborted).ConfigureAwait(false);
        if (!listed.Succeeded)
        {
            throw Fault(listed.Error);
        }

        var all = new List<object>();
        foreach (var summary in listed.Value.Items)
        {
            var post = await posts.FindAsync(summary.Id, actor, request.Aborted).ConfigureAwait(false);
            if (post.Succeeded)
            {
                all.Add(await DescribeAsync(request, post.Value).ConfigureAwait(false));
            }
        }

        return all;
    }

    private async Task<object> CategoriesAsync(BlogRequest request, Actor actor)
    {
        _ = actor;
        var known = await taxonomy.ListCategoriesAsync(request.Blog.Id, request.Aborted).ConfigureAwait(false);
        return known.Select(object (c) => Struct(
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
        var known = await taxonomy.ListCategoriesAsync(request.Blog.Id, request.Aborted).ConfigureAwait(false);
        return known.Where(c => post.CategoryIds.Contains(c.Id))
            .Select(object (c) => Struct(("categoryId", c.Id.ToString()), ("categoryName", c.Name), ("isPrimary", false)))
            .ToArray();
    }

    private async Task<object> DescribeAsync(BlogRequest request, Post post)
    {
        var known = post.CategoryIds.IsEmpty ? [] : await taxonomy.ListCategoriesAsync(request.Blog.Id, request.Aborted).ConfigureAwait(false);
        var url = request.Links.Absolute(request.Links.Post(post.Slug));
        return Struct(
            ("postid", post.Id.ToString()),
            ("title", post.Title),
            ("description", post.Markdown),
            ("link", url),
            ("permaLink", url),
            ("wp_slug", post.Slug.Value),
            ("mt_excerpt", post.Excerpt ?? ""),
            ("mt_keywords", string.Join(", ", post.Tags.Select(static t => t.Name))),
            ("categories", known.Where(c => post.CategoryIds.Contains(c.Id)).Select(object (c) => c.Name).ToArray()),
            ("dateCreated", post.PublishedAt ?? post.CreatedAt),
            ("post_status", post.Status is PostStatus.Published or PostStatus.Scheduled ? "publish" : "draft"));
    }

    private static EditorPost Read(IReadOnlyDictionary<string, object> members)
    {
        string? Text(string name) => members.GetValueOrDefault(name) as string;
        var categories = members.GetValueOrDefault("categories") is List<object> names ? names.OfType<string>() : null;
        var keywords = Text("mt_keywords")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new EditorPost
        {
            Title = Text("title"),
            Text = Text("mt_text_more") is { Length: > 0 } more ? Text("description") + "\n\n" + more : Text("description"),
            Excerpt = Text("mt_excerpt") is { Length: > 0 } excerpt ? excerpt : null,
            Slug = Text("wp_slug") is { Length: > 0 } slug ? Slug.From(slug) : null,
            Categories = categories is null && keywords is null ? null : [.. categories ?? [], .. keywords ?? []],
            PublishedAt = members.GetValueOrDefault("dateCreated") is DateTimeOffset at ? at : null,
        };
    }

    private static Post Take(Result<Post> result) => result.Succeeded ? result.Value : throw Fault(result.Error);

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

    private static Dictionary<string, object> Struct(params (string Name, object Value)[] members) =>
        members.ToDictionary(static m => m.Name, static m => m.Value, StringComparer.Ordinal);
}
