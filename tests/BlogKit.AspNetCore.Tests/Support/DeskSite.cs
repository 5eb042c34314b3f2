using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A site whose comments wait, and a moderator's browser.</summary>
internal sealed class DeskSite : IAsyncDisposable
{
    public const string Queue = "/blog/desk/comments";
    private const string Administrator = Tests.Site.AuthorUser + "|Ada Keeper";

    private DeskSite(Site site)
    {
        Site = site;
        Browser = site.Browse(Administrator);
    }

    public Site Site { get; }

    public Browser Browser { get; }

    public static async Task<DeskSite> StartAsync(
        Action<BlogKitOptions>? options = null, Action<BlogKitWebOptions>? web = null, string? database = null) =>
        new(await Site.StartAsync(HoldMode.All, options, web: web, database: database, desk: true));

    public async Task<Comment> HeldAsync(string name, string text, CommentId? parent = null) => (await Site.Comments.SubmitAsync(
        new NewComment(Site.Post.BlogId, Site.Post.Id, text)
        {
            Name = name,
            Email = $"{name.Replace(' ', '.').ToLowerInvariant()}@example.org",
            ParentId = parent,
            RemoteAddress = "203.0.113.77",
            UserAgent = "CanaryAgent/1",
        },
        Actor.Guest("a secret of more than enough length " + name))).Value.Comment;

    public async Task<Browser> SignInAsync(string name, BlogRoles roles)
    {
        await Site.Get<AuthorService>().CreateAsync(
            new NewAuthor(Site.Blog.Id, name)
            {
                Email = $"{name.ToLowerInvariant()}@desk.example",
                UserKey = "user-" + name,
                Roles = roles,
            },
            Actor.System);
        return Site.Browse($"user-{name}|{name}");
    }

    public async Task<Comment> FindAsync(CommentId id) => (await Site.Comments.GetAsync(Site.Blog.Id, id, Actor.System)).Value;

    public async Task<CommentStatus> StatusOfAsync(CommentId id) => (await FindAsync(id)).Status;

    /// <summary>The form of a comment's row in the queue.</summary>
    public static IHtmlFormElement RowForm(WebPage page, CommentId id) =>
        page.Html.QuerySelector<IHtmlFormElement>($"#c-{id} form[data-desk-form]")!;

    /// <summary>Sends a row's form as the desk's script does.</summary>
    public async Task<WebPage> SendFragmentAsync(IHtmlFormElement form, string deed)
    {
        var fields = Browser.Fields(form);
        fields["do"] = deed;
        using var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action"))
        {
            Content = new FormUrlEncodedContent(fields),
        };
        request.Headers.Add("X-BlogKit-Fragment", "row");
        return await Browser.ReadAsync(await Browser.Client.SendAsync(request));
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
