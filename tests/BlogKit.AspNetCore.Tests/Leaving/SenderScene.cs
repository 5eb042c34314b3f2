using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using BlogKit.AspNetCore.Internal;
using BlogKit.Moderation;
using BlogKit.OpenWeb;
using BlogKit.Storage;
using BlogKit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;

namespace BlogKit.AspNetCore.Tests;

/// <summary>
/// A blog with everything switched on and something of everything in it, which is as it was again after <see cref="Restore"/>; and
/// something to send to each endpoint.
/// </summary>
internal sealed class SenderScene : IAsyncDisposable
{
    private const string Token = "__RequestVerificationToken";
    private readonly string _folder = Directory.CreateTempSubdirectory("blogkit-leaving-").FullName;
    private readonly CountingIds _ids = new();
    private readonly Dictionary<Browser, string> _tokens = [];
    private Browser _owner = null!;
    private Browser _guest = null!;
    private Browser _nameless = null!;
    private Browser _renamed = null!;
    private MemoryOfStore _memory = null!;
    private object _before = null!;
    private Dictionary<string, byte[]> _files = [];

    public Site Site { get; private set; } = null!;

    public FakeLoggerProvider Log { get; } = new();

    public LeavingVisitor Leaving { get; } = new();

    public IReadOnlyList<Sending> Sendings { get; private set; } = [];

    public static async Task<SenderScene> StartAsync()
    {
        var scene = new SenderScene();
        scene.Site = await EndpointTable.StartAsync(
            scene._folder,
            scene.Log,
            scene.Leaving.Gate,
            kit =>
            {
                kit.Services.AddSingleton<IIdGenerator>(scene._ids);
                kit.Services.AddSingleton<TimeProvider, JumpingClock>();
                kit.Services.AddSingleton<IMetaWeblogAuthenticator, OneName>();
                kit.Services.Configure<BlogKitWebOptions>(static o => o.Media.MaximumPerDay = 100_000);
            },
            scene.Leaving.Watch);
        scene._memory = new MemoryOfStore(scene.Site.Get<IStoreSchema>());
        scene._owner = scene.Site.Browse(ApiSite.Owner);
        scene._guest = scene.Site.Browse();
        scene._nameless = scene.Site.Browse("nameless|nameless@example.org");
        scene._renamed = scene.Site.Browse("nemo|nemo@example.org");
        scene.Sendings = [.. await scene.PrepareAsync(), .. await scene.ReadAsync()];
        scene._files = Directory.GetFiles(scene._folder, "*", SearchOption.AllDirectories)
            .ToDictionary(static f => f, File.ReadAllBytes, StringComparer.Ordinal);
        scene._ids.Mark();
        scene._before = scene._memory.Take();
        return scene;
    }

    /// <summary>Makes the blog what it was at the beginning.</summary>
    public void Restore()
    {
        _memory.PutBack(_before);
        _ids.Return();
        foreach (var file in Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Where(f => !_files.ContainsKey(f)))
        {
            File.Delete(file);
        }

        foreach (var (path, content) in _files.Where(static f => !File.Exists(f.Key)))
        {
            File.WriteAllBytes(path, content);
        }
    }

    /// <summary>What is other than at the beginning: in the store, and in the folder of pictures.</summary>
    public string Changes() =>
        _memory.ChangesSince(_before) + string.Join('\n', Directory.GetFiles(_folder, "*", SearchOption.AllDirectories)
            .Where(f => !_files.ContainsKey(f))
            .Select(f => $"{Path.GetRelativePath(_folder, f)} {new FileInfo(f).Length}")
            .Concat(_files.Keys.Where(static f => !File.Exists(f)).Select(f => $"{Path.GetRelativePath(_folder, f)} is gone"))
            .Order(StringComparer.Ordinal));

    /// <summary>Sends it; what was answered, or null for an answer that was broken off.</summary>
    public static async Task<(int Status, string Text)?> SendAsync(Sending sending)
    {
        using var request = sending.Make();
        try
        {
            using var answer = await sending.By.Client.SendAsync(request);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in (Browser[])[_owner, _guest, _nameless, _renamed])
        {
            person.Dispose();
        }

        await Site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<IReadOnlyList<Sending>> PrepareAsync()
    {
        var (blog, owner, admin) = (Site.Blog.Id, Actor.Author(Site.Author), Actor.System);
        using var bees = new MemoryStream(Pictures.Png(6, 7));
        var picture = (await Site.Get<MediaService>().AddAsync(blog, bees, "bees.png", owner)).File!.Name;
        var post = await Site.PublishAsync(new NewPost(blog, "Of honey", "Some *text*.") { Tags = ["Honey"] });
        post = (await Site.Posts.UpdateAsync(post with { Markdown = "Other *text*." }, owner)).Value;
        var revision = (await Site.Posts.ListRevisionsAsync(post.BlogId, post.Id, owner)).Value[^1];
        var locked = await Site.PublishAsync(
            new NewPost(blog, "Locked", "Secret.") { Visibility = PostVisibility.Password, Password = "open sesame" });
        var draft = await DraftAsync("Not yet");
        var archived = await Site.PublishAsync(new NewPost(blog, "Old", "Once."));
        archived = (await Site.Posts.ArchiveAsync(archived.BlogId, archived.Id, owner, archived.Version)).Value;
        var root = await Site.CommentAsync("Max", "First.", post: post);
        await Site.CommentAsync("Eve", "Second.", parent: root.Id, post: post);
        var own = (await Site.Comments.SubmitAsync(new NewComment(post.BlogId, post.Id, "My own word."), owner)).Value.Comment;
        var spam = (await Site.Comments.SubmitAsync(new NewComment(post.BlogId, post.Id, "Not spam."), owner)).Value.Comment;
        spam = (await Site.Moderation.MarkSpamAsync(spam.BlogId, spam.Id, admin)).Value;
        var pending = await Site.CommentAsync("Pia", "Third.", post: post);
        pending = (await Site.Moderation.HoldAsync(pending.BlogId, pending.Id, admin)).Value;
        var flagged = await Site.CommentAsync("Fay", "Fourth.", post: post);
        (await Site.Get<FlagService>().FlagAsync(
            flagged.BlogId, flagged.Id, FlagKind.Spam, null, Actor.User("nameless", "nameless@example.org"))).EnsureSucceeded();
        var named = await Site.CommentAsync(
            "Nobody", "Named.", post: post, actor: Actor.User("nemo", "nemo@example.org"), displayName: "Nemo");
        var ban = (await Site.Get<BanService>().BanAsync(new NewBan(blog, "user:troll"), owner)).Value;
        var done = (await Site.Get<BulkModerationService>().ApplyAsync(
            new BulkRequest(blog, BulkAction.Trash, [new BulkComment((await Site.CommentAsync("Tom", "Fifth.", post: post)).Id)]),
            owner)).Value;
        (await Site.Get<AutosaveService>().SaveAsync(
            new NewAutosave(blog, draft.Id, "Typed", "Typed.") { BaseVersion = draft.Version }, owner)).EnsureSucceeded();
        _tokens[_owner] = await TokenAsync(_owner, "/blog/desk/posts/new");
        _tokens[_nameless] = await TokenAsync(_nameless, "/blog/comments/name");
        await _guest.CommentAsync("/blog/of-honey", ("name", "Gus"), ("email", "gus@example.org"), ("body", "Sixth."));
        root = (await Site.Comments.GetAsync(root.BlogId, root.Id, admin)).Value;
        var keys = (await Site.Get<BanService>().ListAllKeysAsync(root.BlogId, root.Id, owner)).Value;
        own = (await Site.Comments.GetAsync(own.BlogId, own.Id, admin)).Value;
        pending = (await Site.Comments.GetAsync(pending.BlogId, pending.Id, admin)).Value;

        string V(Comment comment) => comment.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string PV(Post of) => of.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (rootText, url) = (root.Id.ToString(), new Uri(Site.Address, "/blog/of-honey").AbsoluteUri);
        var oldUrl = new Uri(Site.Address, "/blog/" + archived.Slug.Value).AbsoluteUri;
        var (desk, api) = ("/blog/desk", "/api/blog");
        return
        [
            // Readers.
            Form(
                "/blog/{slug}/comments", "/blog/of-honey/comments", _guest, ("name", "Gus"), ("email", "gus@example.org"),
                ("body", "Words."), ("key", "key-of-a-form-that-is-long-enough")),
            Form(
                "/blog/{slug}/comments", "/blog/of-honey/comments", _guest, ("name", "Gus"), ("email", "gus@example.org"),
                ("body", "A reply."), ("parentId", rootText), ("key", "key-of-a-reply-that-is-long-enough")),
            Form(
                "/blog/{slug}/comments",
                "/blog/of-honey/comments",
                _nameless,
                ("body", "Named."),
                ("displayName", "Nina"),
                ("key", "key-of-a-name-that-is-long-enough")),
            Form("/blog/{slug}/preview", "/blog/of-honey/preview", _guest, (
                "name",
                "Gus"), ("email", "gus@example.org"), ("body", "Words.")) with { KeepsNothing = true },
            Form("/blog/{slug}/password", "/blog/locked/password", _guest, ("password", "open sesame")) with { KeepsNothing = true },
            Form("/blog/comments/{id}/edit", $"/blog/comments/{own.Id}/edit", _owner, ("version", V(own)), ("body", "Other words.")),
            Form("/blog/comments/{id}/withdraw", $"/blog/comments/{own.Id}/withdraw", _owner, ("version", V(own))),
            Form("/blog/comments/{id}/appeal", $"/blog/comments/{spam.Id}/appeal", _owner, ("text", "It is none.")),
            Form("/blog/comments/{id}/flag", $"/blog/comments/{root.Id}/flag", _guest, ("kind", "spam"), ("note", "Look.")),
            Form("/blog/comments/feedback", "/blog/comments/feedback", _guest, ("up", rootText)),
            Form("/blog/comments/feedback", "/blog/comments/feedback", _guest, ("react", $"{Site.Blog.Reactions[0].Key}:{rootText}")),
            Form("/blog/comments/name", "/blog/comments/name", _nameless, ("displayName", "Nina")),
            Form(
                "/blog/embed/{slug}/comments",
                "/blog/embed/of-honey/comments",
                _owner,
                ("body", "From a frame."),
                ("key", "key-of-a-frame-that-is-long-enough")),

            // Moderators.
            .. new[] { "approve", "spam", "trash" }.Select(deed => Form(
                "/blog/desk/comments/{id}",
                $"{desk}/comments/{pending.Id}",
                _owner,
                ("do", deed),
                ("version", V(pending)),
                ("reason", "So."))),
            Form("/blog/desk/comments/{id}", $"{desk}/comments/{root.Id}", _owner, ("do", "pin"), ("version", V(root)), ("from", "stay")),
            Form("/blog/desk/comments/{id}", $"{desk}/comments/{pending.Id}", _owner, ("do", "undo"), ("version", V(pending))),
            Form("/blog/desk/comments/{id}/judge", $"{desk}/comments/{pending.Id}/judge", _owner) with { KeepsNothing = true },
            Form("/blog/desk/comments/{id}/edit", $"{desk}/comments/{root.Id}/edit", _owner, ("version", V(root)), ("markdown", "Mended.")),
            Form(
                "/blog/desk/comments/{id}/ban",
                $"{desk}/comments/{root.Id}/ban",
                _owner,
                ("key", keys[0]),
                ("key", keys[^1]),
                ("waiting", "yes")),
            Form("/blog/desk/comments/{id}/forget-name", $"{desk}/comments/{named.Id}/forget-name", _owner, ("reason", "It offends.")),
            Form("/blog/desk/comments/{id}/purge", $"{desk}/comments/{root.Id}/purge", _owner, ("version", V(root))),
            Form(
                "/blog/desk/comments/bulk",
                $"{desk}/comments/bulk",
                _owner,
                ("do", "spam"),
                ("pick", $"{root.Id}:{V(root)}"),
                ("pick", $"{pending.Id}:{V(pending)}")),
            Form("/blog/desk/operations/{id}/undo", $"{desk}/operations/{done.OperationId}/undo", _owner, ("from", "log")),
            Form("/blog/desk/bans", $"{desk}/bans", _owner, ("key", "198.51.100.7"), ("reason", "Enough.")),
            Form("/blog/desk/bans/lift", $"{desk}/bans/lift", _owner, ("key", ban.Key)),
            Form("/blog/desk/policies/backtest", $"{desk}/policies/backtest", _owner, ("preset", PoliciesModel.Presets[0].ToString())) with
            {
                KeepsNothing = true,
            },

            // Writers.
            Form(
                "/blog/desk/posts/new",
                $"{desk}/posts/new",
                _owner,
                ("title", "Quite new"),
                ("body", "Text."),
                ("tags", "Wax"),
                ("do", "save")),
            Form("/blog/desk/posts/new", $"{desk}/posts/new", _owner, ("title", "Out at once"), ("body", "Text."), ("do", "publish")),
            Form(
                "/blog/desk/posts/new",
                $"{desk}/posts/new",
                _owner,
                ("title", "Out later"),
                ("body", "Text."),
                ("publishAt", "2030-01-01T10:00"),
                ("zone", "+01:00"),
                ("do", "schedule")),
            Form(
                "/blog/desk/posts/{id}",
                $"{desk}/posts/{draft.Id}",
                _owner,
                ("version", PV(draft)),
                ("title", "Now it is"),
                ("body", "Text."),
                ("do", "publish")),
            Form(
                "/blog/desk/posts/{id}",
                $"{desk}/posts/{draft.Id}",
                _owner,
                ("version", PV(draft)),
                ("title", "Locked now"),
                ("body", "Text."),
                ("visibility", "password"),
                ("password", "sesame"),
                ("do", "publish")),
            Form(
                "/blog/desk/posts/{id}",
                $"{desk}/posts/{post.Id}",
                _owner,
                ("version", PV(post)),
                ("title", "Of old honey"),
                ("body", "Text."),
                ("do", "archive")),
            Form(
                "/blog/desk/posts/{id}",
                $"{desk}/posts/{post.Id}",
                _owner,
                ("version", PV(post)),
                ("title", "Of honey"),
                ("body", "Text."),
                ("do", "draft")),
            Form("/blog/desk/posts/{id}/delete", $"{desk}/posts/{draft.Id}/delete", _owner, ("version", PV(draft))),
            Form("/blog/desk/posts/{id}/preview-link", $"{desk}/posts/{draft.Id}/preview-link", _owner, ("for", "week")) with
            {
                KeepsNothing = true,
            },
            Form(
                "/blog/desk/posts/{id}/revisions/restore",
                $"{desk}/posts/{post.Id}/revisions/restore",
                _owner,
                ("version", PV(post)),
                ("revision", revision.Id.ToString())),
            Form("/blog/desk/posts/preview", $"{desk}/posts/preview", _owner, ("title", "T"), ("body", "Text."), ("do", "preview")) with
            {
                KeepsNothing = true,
            },
            Form(
                "/blog/desk/posts/autosave",
                $"{desk}/posts/autosave",
                _owner,
                ("post", post.Id.ToString()),
                ("title", "T"),
                ("body", "Typed."),
                ("version", PV(post)),
                ("do", "save")),
            Form("/blog/desk/posts/autosave/discard", $"{desk}/posts/autosave/discard", _owner, ("post", draft.Id.ToString())),
            Picture("/blog/desk/media", "file"),
            Form("/blog/desk/media/{name}/delete", $"{desk}/media/{picture}/delete", _owner),

            // Programs.
            .. Api(post, draft, archived, root, own, spam, pending, flagged, named, done, ban, revision),
            Micropub("""{"type":["h-entry"],"properties":{"name":["By a program"],"content":["Text."],"category":["Wax"]}}"""),
            Micropub($$"""{"action":"update","url":"{{url}}","replace":{"content":["Mended."],"visibility":["unlisted"]} }"""),
            Micropub($$"""{"action":"delete","url":"{{url}}"}"""),
            Micropub($$"""{"action":"undelete","url":"{{oldUrl}}"}"""),
            Picture("/blog/micropub/media", "file"),
            Rpc(
                "metaWeblog.newPost",
                "1",
                "ada",
                "secret",
                Struct(("title", "By an old program"), ("description", "<p>Text.</p>"), ("mt_keywords", "Wax")),
                "<boolean>1</boolean>"),
            Rpc("metaWeblog.editPost", post.Id.ToString(), "ada", "secret", Struct(("title", "Renamed")), "<boolean>1</boolean>"),
            Rpc(
                "metaWeblog.newMediaObject",
                "1",
                "ada",
                "secret",
                $"<struct><member><name>name</name><value>a.png</value></member><member><name>type</name><value>image/png</value></member><member><name>bits</name><value><base64>{Convert.ToBase64String(Pictures.Png())}</base64></value></member></struct>"),
            Rpc("blogger.deletePost", "key", post.Id.ToString(), "ada", "secret", "<boolean>1</boolean>"),

            // Another site: the mention is looked at later, by whoever waits for such work.
            new Sending("POST /blog/webmention", "mention", _guest, () => Encoded(
                "/blog/webmention", [new("source", "https://elsewhere.invalid/note"), new("target", url)])) { KeepsNothing = true },
        ];
    }

    // Streams of news have no end.
    private async Task<IReadOnlyList<Sending>> ReadAsync()
    {
        var values = await RouteValues.MakeAsync(Site);
        return
        [
            .. EndpointTable.Of(Site).Where(static e => EndpointTable.MethodsOf(e) == "GET, HEAD"
                && !e.RoutePattern.RawText!.EndsWith("/live", StringComparison.Ordinal))
                .Select(e => new Sending("GET", values.PathOf(e), _owner, () => new HttpRequestMessage(HttpMethod.Get, values.PathOf(e)))
                {
                    KeepsNothing = true,
                    IsRead = true,
                }),
        ];
    }

    private IEnumerable<Sending> Api(
        Post post,
        Post draft,
        Post archived,
        Comment root,
        Comment own,
        Comment spam,
        Comment pending,
        Comment flagged,
        Comment named,
        BulkResult done,
        Ban ban,
        PostRevision revision)
    {
        yield return Json("POST", "/posts/{slug}/comments", $"/posts/{post.Slug}/comments", """{"body":"By the API."}""", _owner);
        yield return Json("POST", "/posts/{slug}/comments/preview", $"/posts/{post.Slug}/comments/preview", """{"body":"x"}""", _owner) with
        {
            KeepsNothing = true,
        };
        yield return Json("PUT", "/comments/{id}", $"/comments/{own.Id}", """{"body":"Other words."}""");
        yield return Json("DELETE", "/comments/{id}", $"/comments/{own.Id}");
        yield return Json("POST", "/comments/{id}/appeal", $"/comments/{spam.Id}/appeal", """{"text":"It is none."}""");
        yield return Json("PUT", "/comments/{id}/flag", $"/comments/{root.Id}/flag", """{"kind":"spam"}""");
        yield return Json("DELETE", "/comments/{id}/flag", $"/comments/{flagged.Id}/flag", person: _nameless);
        yield return Json(
            "PUT", "/comments/{id}/reaction", $"/comments/{root.Id}/reaction", $$"""{"key":"{{Site.Blog.Reactions[0].Key}}"}""");
        yield return Json("PUT", "/comments/{id}/vote", $"/comments/{root.Id}/vote", """{"value":1}""");
        yield return Json("PUT", "/display-name", "/display-name", """{"displayName":"Nina"}""", _nameless);
        yield return Json("DELETE", "/display-name", "/display-name", person: _renamed);
        yield return Json("POST", "/desk/backtest", "/desk/backtest", """{"preset":"standard"}""") with { KeepsNothing = true };
        yield return Json("POST", "/desk/bans", "/desk/bans", """{"key":"user:x"}""");
        yield return Json("DELETE", "/desk/bans/{key}", $"/desk/bans/{ApiDeskMapping.ToKey(Site.Blog.Id, ban.Key).Id}");
        yield return Json(
            "POST",
            "/desk/comments/bulk",
            "/desk/comments/bulk",
            $$"""{"action":"spam","comments":[{"id":"{{root.Id}}","version":{{root.Version}}},{"id":"{{pending.Id}}","version":{{pending.Version}}}],"banAddresses":true}""");
        yield return Json("DELETE", "/desk/comments/{id}", $"/desk/comments/{root.Id}");
        foreach (var (deed, comment) in ((string, Comment)[])[
            ("approve", pending), ("forget-name", named), ("hold", root), ("restore", spam), ("spam", root), ("trash", root),
            ("undo", pending),
        ])
        {
            yield return Json("POST", $"/desk/comments/{{id}}/{deed}", $"/desk/comments/{comment.Id}/{deed}", "{}");
        }

        yield return Json("PUT", "/desk/comments/{id}/pin", $"/desk/comments/{root.Id}/pin", """{"pinned":true}""");
        yield return Json("POST", "/desk/operations/{operation}/undo", $"/desk/operations/{done.OperationId}/undo", "{}");
        yield return Json("POST", "/desk/posts", "/desk/posts", """{"title":"By the API","markdown":"Text.","tags":["Wax"]}""");
        yield return Json(
            "PUT", "/desk/posts/{id}", $"/desk/posts/{post.Id}", """{"title":"Renamed","markdown":"Text.","slug":"renamed"}""");
        yield return Json("DELETE", "/desk/posts/{id}", $"/desk/posts/{draft.Id}");
        yield return Json("PUT", "/desk/posts/{id}/password", $"/desk/posts/{post.Id}/password", """{"password":"open sesame"}""");
        yield return Json(
            "POST", "/desk/posts/{id}/schedule", $"/desk/posts/{draft.Id}/schedule", """{"publishAt":"2099-01-01T00:00:00Z"}""");
        yield return Json(
            "POST", "/desk/posts/{id}/revisions/{revision}/restore", $"/desk/posts/{post.Id}/revisions/{revision.Id}/restore", "{}");
        yield return Json("POST", "/desk/preview", "/desk/preview", """{"markdown":"x"}""") with { KeepsNothing = true };
        foreach (var (deed, of) in ((string, Post)[])[
            ("archive", post), ("draft", post), ("private", post), ("publish", draft), ("review", draft), ("unarchive", archived),
        ])
        {
            yield return Json("POST", $"/desk/posts/{{id}}/{deed}", $"/desk/posts/{of.Id}/{deed}", "{}");
        }
    }

    private async Task<Post> DraftAsync(string title) =>
        (await Site.Posts.CreateAsync(
            new NewPost(Site.Blog.Id, title, "Later.") { AuthorIds = [Site.Author.Id] }, Actor.Author(Site.Author))).Value;

    private static async Task<string> TokenAsync(Browser person, string path) =>
        (await person.GetAsync(path)).Html.QuerySelectorAll($"input[name={Token}]").OfType<IHtmlInputElement>().First().Value;

    private Sending Form(string pattern, string path, Browser person, params (string Name, string Value)[] fields)
    {
        var all = fields.Select(static f => KeyValuePair.Create(f.Name, f.Value)).ToList();
        if (_tokens.TryGetValue(person, out var token))
        {
            all.Add(new(Token, token));
        }

        return new Sending("POST " + pattern, string.Join(' ', fields.Select(static f => f.Value)), person, () => Encoded(path, all));
    }

    private HttpRequestMessage Encoded(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        Own("POST", path, new FormUrlEncodedContent(fields));

    private Sending Json(string method, string pattern, string path, string? body = null, Browser? person = null) => new(
        $"{method} /api/blog{pattern}",
        body ?? "",
        person ?? _owner,
        () => Own(method, "/api/blog" + path, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json")));

    private Sending Micropub(string json) => new(
        "POST /blog/micropub/",
        json,
        _owner,
        () => Own("POST", "/blog/micropub", new StringContent(json, Encoding.UTF8, "application/json")));

    private Sending Picture(string path, string field) => new("POST " + path, "picture", _owner, () =>
    {
        var file = new ByteArrayContent(Pictures.Png(64, 48));
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        return Own("POST", path, new MultipartFormDataContent { { file, field, "a.png" }, { new StringContent(_tokens[_owner]), Token } });
    });

    private Sending Rpc(string method, params string[] values)
    {
        var call =
            $"<methodCall><methodName>{method}</methodName><params>{string.Concat(values.Select(static v => $"<param><value>{v}</value></param>"))}</params></methodCall>";
        return new Sending(
            "POST /blog/xmlrpc", method, _guest, () => Own("POST", "/blog/xmlrpc", new StringContent(call, Encoding.UTF8, "text/xml")));
    }

    private static string Struct(params (string Name, string Value)[] members) =>
        $"<struct>{string.Concat(members.Select(static m => $"<member><name>{m.Name}</name><value>{System.Security.SecurityElement.Escape(m.Value)}</value></member>"))}</struct>";

    private HttpRequestMessage Own(string method, string path, HttpContent? content)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        request.Headers.Add("Origin", Site.Address.GetLeftPart(UriPartial.Authority));
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        return request;
    }

    private sealed class OneName : IMetaWeblogAuthenticator
    {
        public Task<string?> AuthenticateAsync(Blog blog, string userName, string password, CancellationToken cancellationToken) =>
            Task.FromResult<string?>(password == "secret" ? Site.AuthorUser : null);
    }
}
