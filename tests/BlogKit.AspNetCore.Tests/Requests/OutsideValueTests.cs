using System.Net;
using System.Text;
using System.Xml.Linq;
using BlogKit.OpenWeb;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

/// <summary>
/// Guard: whatever reads a value of privacy, stage or date from outside refuses what it does not know. A new reader gets a line in
/// <see cref="Readers"/>.
/// </summary>
public sealed class OutsideValueTests : IAsyncLifetime
{
    private static readonly string[] UnknownNames =
        ["everyone", "friends", "0", "1", "2", "publicly", "drafts", "none", "públic", "public draft", "\uFFFE"];
    private static readonly string[] UnknownDates =
    [
        "soon", "12:30", "05/06/2020", "2020-13-01", "2020-02-30T00:00:00Z", "0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z",
        "2020-01-01T00:00:00+25:00", "Mon, 06 Jan 2020 00:00:00 GMT", "1577836800", "9999-12-31T23:59:59Z",
    ];

    // Form, JSON and update of Micropub; MetaWeblog; the JSON API; the forms of the desk. Settings and the command line have their own
    // tests: PresetTests, ParsersTests.
    private static readonly Dictionary<string, (string[] Unknown, Func<OutsideValueTests, string, Task<bool>> IsRefused)> All = new()
    {
        ["Micropub form post-status"] = (["", .. UnknownNames], static (t, v) => t.FormAsync("post-status", v)),
        ["Micropub form visibility"] = (["", .. UnknownNames], static (t, v) => t.FormAsync("visibility", v)),
        ["Micropub form published"] = (UnknownDates, static (t, v) => t.FormAsync("published", v)),
        ["Micropub form shape of post-status"] = (["x"], static (t, v) => t.FormAsync($"post-status[{v}]", "draft")),
        ["Micropub form shape of visibility"] = (["x"], static (t, v) => t.FormAsync($"visibility[{v}]", "private")),
        ["Micropub JSON post-status"] = (["", .. UnknownNames], static (t, v) => t.JsonAsync("post-status", Quote(v))),
        ["Micropub JSON visibility"] = (["", .. UnknownNames], static (t, v) => t.JsonAsync("visibility", Quote(v))),
        ["Micropub JSON published"] = (UnknownDates, static (t, v) => t.JsonAsync("published", Quote(v))),
        ["Micropub JSON value of post-status"] = (
            ["5", "null", "true", "[\"draft\"]", "{\"x\":1}", "\"draft\",\"published\""], static (t, v) => t.JsonAsync("post-status", v)),
        ["Micropub JSON value of visibility"] = (
            ["5", "null", "true", "[\"private\"]", "{\"x\":1}", "\"private\",\"public\""], static (t, v) => t.JsonAsync("visibility", v)),
        ["Micropub JSON value of published"] = (["null", "true", "{\"x\":1}"], static (t, v) => t.JsonAsync("published", v)),
        ["Micropub update post-status"] = (["", .. UnknownNames], static (t, v) => t.UpdateAsync("replace", "post-status", v)),
        ["Micropub update visibility"] = (["", .. UnknownNames], static (t, v) => t.UpdateAsync("replace", "visibility", v)),
        ["Micropub update published"] = (UnknownDates, static (t, v) => t.UpdateAsync("replace", "published", v)),
        ["Micropub add post-status"] = (UnknownNames, static (t, v) => t.UpdateAsync("add", "post-status", v)),
        ["Micropub add visibility"] = (UnknownNames, static (t, v) => t.UpdateAsync("add", "visibility", v)),
        ["MetaWeblog post_status"] = (
            ["", .. UnknownNames], static (t, v) => t.MetaWeblogAsync("post_status", new XElement("string", v), "1")),
        ["MetaWeblog dateCreated as text"] = (
            UnknownDates, static (t, v) => t.MetaWeblogAsync("dateCreated", new XElement("string", v), "1")),
        ["MetaWeblog date_created_gmt"] = (
            UnknownDates, static (t, v) => t.MetaWeblogAsync("date_created_gmt", new XElement("dateTime.iso8601", v), "1")),
        ["MetaWeblog dateCreated"] = (
            UnknownDates, static (t, v) => t.MetaWeblogAsync("dateCreated", new XElement("dateTime.iso8601", v), "1")),
        ["MetaWeblog publish"] = (["yes", "2", "", "TRUE"], static (t, v) => t.MetaWeblogAsync("x", new XElement("string", "x"), v)),
        ["MetaWeblog mt_allow_comments"] = (
            ["3", "-1", "maybe", " 1", "OPEN"], static (t, v) => t.MetaWeblogAsync("mt_allow_comments", new XElement("string", v), "1")),
        ["MetaWeblog post_type"] = (
            ["page", "Post", "attachment"], static (t, v) => t.MetaWeblogAsync("post_type", new XElement("string", v), "1")),
        ["MetaWeblog wp_password"] = (["open sesame"], static (t, v) => t.MetaWeblogAsync("wp_password", new XElement("string", v), "1")),
        ["API visibility"] = (["", .. UnknownNames], static (t, v) => t.ApiAsync(
            "POST", "/api/blog/desk/posts", $$"""{"title":"canary","markdown":"x","visibility":{{Quote(v)}}}""")),
        ["API status"] = (UnknownNames, static (t, v) => t.ApiAsync("GET", "/api/blog/desk/posts?status=" + Uri.EscapeDataString(v), null)),
        ["API publishedAt"] = (
            UnknownDates,
            static (t, v) => t.ApiAsync("POST", $"/api/blog/desk/posts/{t._post.Id}/publish", $$"""{"publishedAt":{{Quote(v)}}}""")),
        ["API publishAt"] = (
            UnknownDates,
            static (t, v) => t.ApiAsync("POST", $"/api/blog/desk/posts/{t._post.Id}/schedule", $$"""{"publishAt":{{Quote(v)}}}""")),
        ["Desk visibility"] = (UnknownNames, static (t, v) => t.DeskAsync(("visibility", v), ("do", "publish"))),
        ["Desk button"] = (UnknownNames, static (t, v) => t.DeskAsync(("do", v))),
        ["Desk publishAt"] = (UnknownDates, static (t, v) => t.DeskAsync(("do", "schedule"), ("publishAt", v))),
        ["Desk zone"] = (
            ["Europe/Berlin", "+25:00", "2", "local"],
            static (t, v) => t.DeskAsync(("do", "schedule"), ("publishAt", "2031-01-01T00:00"), ("zone", v))),
    };

    private Site _site = null!;
    private Browser _author = null!;
    private Post _post = null!;

    public static TheoryData<string> Readers() => new(All.Keys);

    public async Task InitializeAsync()
    {
        _site = await ApiSite.StartAsync(builder: static kit => kit.Services.AddSingleton<IMetaWeblogAuthenticator, Anybody>());
        _author = _site.Browse(ApiSite.Owner);
        _post = (await _site.Posts.CreateAsync(
            new NewPost(_site.Blog.Id, "A draft", "x") { AuthorIds = [_site.Author.Id], Visibility = PostVisibility.Unlisted },
            Actor.System)).Value;
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task What_is_not_known_is_refused_and_changes_nothing(string reader)
    {
        var (unknown, isRefused) = All[reader];
        foreach (var value in unknown)
        {
            (await isRefused(this, value)).Should().BeTrue($"{reader} does not know '{value}'");
        }

        (await _site.Posts.ListForDeskAsync(new DeskPostsQuery(_site.Blog.Id), Actor.System)).Value.Items.Should().HaveCount(2);
        (await _site.FindAsync(_post.Id)).Should().BeEquivalentTo(new { _post.Version, _post.Status, _post.Visibility, _post.PublishedAt });
    }

    [Fact]
    public async Task A_desk_form_that_says_nothing_of_visibility_leaves_it_as_it_was()
    {
        var page = await _author.GetAsync($"/blog/desk/posts/{_post.Id}");

        (await _author.EditAsync(page, ("visibility", null), ("title", "Changed"))).Status.Should().Be(HttpStatusCode.SeeOther);

        (await _site.FindAsync(_post.Id)).Should().BeEquivalentTo(new { Title = "Changed", Visibility = PostVisibility.Unlisted });
    }

    [Fact]
    public async Task A_program_that_says_nothing_of_visibility_leaves_it_as_it_was()
    {
        var path = $"/api/blog/desk/posts/{_post.Id}";
        var tag = (await _author.Client.SendAsync("GET", path)).Tag();

        await (await _author.Client.SendAsync("PUT", path, """{"title":"Changed","markdown":"y"}""", tag)).JsonAsync();

        (await _site.FindAsync(_post.Id)).Should().BeEquivalentTo(new { Title = "Changed", Visibility = PostVisibility.Unlisted });
    }

    [Theory]
    [InlineData("2031-05-06T07:08:09Z")]
    [InlineData("2031-05-06T09:08:09+02:00")]
    [InlineData("2031-05-06 07:08:09")]
    [InlineData("2031-05-06T07:08:09.000")]
    [InlineData("2031-05-06T09:08:09+0200")]
    public async Task A_moment_is_the_same_wherever_the_host_stands(string text)
    {
        var path = $"/api/blog/desk/posts/{_post.Id}";
        var tag = (await _author.Client.SendAsync("GET", path)).Tag();

        await (await _author.Client.SendAsync("POST", path + "/schedule", $$"""{"publishAt":"{{text}}"}""", tag)).JsonAsync();

        (await _site.FindAsync(_post.Id)).PublishedAt.Should().Be(new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("private", false, PostStatus.Private)]
    [InlineData("draft", true, PostStatus.Draft)]
    [InlineData("pending", true, PostStatus.PendingReview)]
    [InlineData("publish", false, PostStatus.Draft)]
    [InlineData("publish", true, PostStatus.Published)]
    public async Task MetaWeblog_takes_the_less_public_of_status_and_flag(string status, bool publish, PostStatus stage)
    {
        (await MetaWeblogAsync("post_status", new XElement("string", status), publish ? "1" : "0")).Should().BeFalse();

        (await _site.Posts.ListForDeskAsync(
            new DeskPostsQuery(_site.Blog.Id), Actor.System)).Value.Items.Single(static p => p.Title == "canary").Status
            .Should().Be(stage);
    }

    [Fact]
    public async Task MetaWeblog_honours_a_date_in_the_past()
    {
        await MetaWeblogAsync("dateCreated", new XElement("dateTime.iso8601", "20200102T03:04:05"), "1");

        (await _site.Posts.ListForDeskAsync(
            new DeskPostsQuery(_site.Blog.Id), Actor.System)).Value.Items.Single(static p => p.Title == "canary").PublishedAt
            .Should().Be(new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.Zero));
    }

    private static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private async Task<bool> FormAsync(string name, string value) =>
        (await _author.PostAsync("/blog/micropub", new FormUrlEncodedContent(
            [new("h", "entry"), new("name", "canary"), new("content", "x"), new(name, value)]))).Status is HttpStatusCode.BadRequest;

    private Task<bool> JsonAsync(string name, string values) =>
        MicropubAsync($$"""{"type":["h-entry"],"properties":{"name":["canary"],"content":["x"],"{{name}}":[{{values}}]} }""");

    private Task<bool> UpdateAsync(string action, string name, string value) =>
        MicropubAsync(
            $$"""{"action":"update","url":"{{new Uri(_site.Address, "/blog/a-draft").AbsoluteUri}}","{{action}}":{"{{name}}":[{{Quote(value)}}]} }""");

    private async Task<bool> MicropubAsync(string json) =>
        (await _author.PostAsync(
            "/blog/micropub", new StringContent(json, Encoding.UTF8, "application/json"))).Status is HttpStatusCode.BadRequest;

    private async Task<bool> MetaWeblogAsync(string name, XElement value, string publish)
    {
        static XElement Param(XElement value) => new("param", new XElement("value", value));
        static XElement Member(string name, XElement value) => new("member", new XElement("name", name), new XElement("value", value));
        var call = new XElement(
            "methodCall",
            new XElement("methodName", "metaWeblog.newPost"),
            new XElement(
                "params",
                Param(new XElement("string", "1")),
                Param(new XElement("string", "ada")),
                Param(new XElement("string", "secret")),
                Param(new XElement(
                    "struct",
                    Member("title", new XElement("string", "canary")),
                    Member("description", new XElement("string", "x")),
                    Member(name, value))),
                Param(new XElement("boolean", publish))));
        try
        {
            return (await _author.PostAsync("/blog/xmlrpc", new StringContent(call.ToString(), Encoding.UTF8, "text/xml"))).Text.Contains(
                "faultString", StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            // Not a character of XML: it cannot be sent.
            return true;
        }
    }

    private async Task<bool> ApiAsync(string method, string path, string? json)
    {
        var tag = path.Contains(_post.Id.ToString(), StringComparison.Ordinal)
            ? (await _author.Client.SendAsync("GET", $"/api/blog/desk/posts/{_post.Id}")).Tag()
            : null;
        return (int)(await _author.Client.SendAsync(method, path, json, tag)).StatusCode is >= 400 and < 500;
    }

    private async Task<bool> DeskAsync(params (string Name, string? Value)[] changes) =>
        (int)(await _author.EditAsync(await _author.GetAsync($"/blog/desk/posts/{_post.Id}"), changes)).Status is >= 400 and < 500;

    private sealed class Anybody : IMetaWeblogAuthenticator
    {
        public Task<string?> AuthenticateAsync(Blog blog, string userName, string password, CancellationToken cancellationToken) =>
            Task.FromResult<string?>(Site.AuthorUser);
    }
}
