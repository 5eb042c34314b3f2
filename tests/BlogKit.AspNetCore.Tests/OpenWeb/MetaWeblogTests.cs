using System.Net;
using System.Text;
using System.Xml.Linq;
using BlogKit.OpenWeb;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

public sealed class MetaWeblogTests : IAsyncLifetime
{
    private Site _site = null!;
    private Browser _program = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync(builder: kit => kit.Services.AddSingleton<IMetaWeblogAuthenticator, Names>());
        _program = _site.Browse();
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task Programs_find_the_endpoint_and_the_blog()
    {
        var rsd = (await _program.GetAsync("/blog")).Attribute("link[rel=EditURI]", "href");
        var api = XDocument.Parse((await _program.GetAsync(rsd!)).Text).Descendants().First(e => e.Name.LocalName == "api");

        new Uri(api.Attribute("apiLink")!.Value).AbsolutePath.Should().Be("/blog/xmlrpc");
        (await CallAsync("blogger.getUsersBlogs", "key", "ada", "secret")).Should().Contain("Notes from the Hive");
    }

    [Fact]
    public async Task A_post_is_written_changed_listed_and_taken_down()
    {
        await _site.Get<TaxonomyService>().CreateCategoryAsync(new NewCategory(_site.Blog.Id, "Bees"), Actor.System);
        var post = new XElement(
            "struct",
            Member("title", "From <my> desk"),
            Member("description", "Text & *more*"),
            Member("mt_keywords", "Honey, Wax"),
            new XElement(
                "member",
                new XElement("name", "categories"),
                new XElement("value", new XElement("array", new XElement("data", Value("Bees"))))));

        var id = XDocument.Parse(
            await CallAsync("metaWeblog.newPost", "1", "ada", "secret", post, true)).Descendants("string").Single().Value;
        (await _program.GetAsync("/blog/from-my-desk")).Text.Should().Contain("Honey").And.Contain("Bees");
        await CallAsync("metaWeblog.editPost", id, "ada", "secret", new XElement("struct", Member("title", "Changed")), true);
        (await CallAsync("metaWeblog.getPost", id, "ada", "secret"))
            .Should().Contain("Changed").And.Contain("&lt;p&gt;Text &amp;amp; *more*");
        (await CallAsync("metaWeblog.getRecentPosts", "1", "ada", "secret", 5)).Should().Contain("Changed").And.Contain("Open for Talk");
        (await CallAsync("metaWeblog.getCategories", "1", "ada", "secret")).Should().Contain("Bees");
        (await CallAsync("mt.getPostCategories", id, "ada", "secret")).Should().Contain("Bees");
        await CallAsync("blogger.deletePost", "key", id, "ada", "secret", true);

        (await _program.GetAsync("/blog/from-my-desk")).Status.Should().Be(HttpStatusCode.Gone);
    }

    [Theory]
    [InlineData("ada", "wrong")]
    [InlineData("nobody", "secret")]
    [InlineData("reader", "secret")]
    [InlineData("", "")]
    public async Task Who_is_not_known_writes_nothing(string name, string password)
    {
        var answer = await CallAsync(
            "metaWeblog.newPost", "1", name, password, new XElement("struct", Member("title", "canary"), Member("description", "x")), true);

        answer.Should().Contain("fault").And.Contain("403");
        (await _program.GetAsync("/blog")).Text.Should().NotContain("canary");
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("x", 400)]
    [InlineData("<a/>", 400)]
    [InlineData("<methodCall/>", 400)]
    [InlineData("<methodCall><methodName>metaWeblog.newPost</methodName></methodCall>", 400)]
    [InlineData(
        "<methodCall><methodName>metaWeblog.newPost</methodName><params><param><value><i4>x</i4></value></param></params></methodCall>",
        400)]
    [InlineData(
        "<methodCall><methodName>metaWeblog.newPost</methodName><params><param><value><odd>1</odd></value></param></params></methodCall>",
        400)]
    [InlineData(
        "<methodCall><methodName>m</methodName><params><param><value><struct><member><value>1</value></member></struct></value></param></params></methodCall>",
        400)]
    [InlineData("<methodCall><methodName>m</methodName><params><param><value><array></array></value></param></params></methodCall>", 400)]
    [InlineData("<methodCall><methodName>m</methodName><params><param><value>", 400)]
    [InlineData("<methodCall><methodName>system.run</methodName></methodCall>", 200)]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><methodCall><methodName>&x;</methodName></methodCall>", 400)]
    [InlineData("<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><methodCall><methodName>&b;</methodName></methodCall>", 400)]
    public async Task Bad_calls_get_a_fault(string body, int status)
    {
        var page = await _program.PostAsync("/blog/xmlrpc", new StringContent(body, Encoding.UTF8, "text/xml"));

        ((int)page.Status).Should().Be(status, page.Text);
        page.Text.Should().Contain("faultString").And.NotContain("root:");
    }

    [Fact]
    public async Task What_is_deep_huge_or_no_xml_is_refused()
    {
        var deep = "<methodCall><methodName>m</methodName><params><param>"
            + string.Concat(Enumerable.Repeat("<value><array><data>", 5_000));
        var huge = "<methodCall><methodName>" + new string('m', 3 * 1024 * 1024) + "</methodName></methodCall>";

        (await _program.PostAsync("/blog/xmlrpc", new StringContent(deep, Encoding.UTF8, "text/xml"))).Status
            .Should().Be(HttpStatusCode.BadRequest);
        (await _program.PostAsync("/blog/xmlrpc", new StringContent(huge, Encoding.UTF8, "text/xml"))).Status
            .Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await _program.PostAsync("/blog/xmlrpc", new FormUrlEncodedContent([]))).Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
        (await CallAsync("metaWeblog.getPost", "no-id", "ada", "secret")).Should().Contain("404");
        (await CallAsync("metaWeblog.newPost", "1", "ada", "secret", new XElement("struct"), true)).Should().Contain("fault");
    }

    [Fact]
    public async Task Of_a_large_call_only_name_and_password_are_read_before_they_are_known()
    {
        // Not XML behind the start: whoever read on would say so.
        static string Call(string password) =>
            "<methodCall><methodName>metaWeblog.newMediaObject</methodName><params><param><value>1</value></param><param><value>ada</value></param><param><value>"
            + password
            + "</value></param><param><value><struct><member><name>bits</name><value><base64>"
            + new string('A', 1_000_000)
            + "<<<";

        var stranger = await _program.PostAsync("/blog/xmlrpc", new StringContent(Call("wrong"), Encoding.UTF8, "text/xml"));
        var known = await _program.PostAsync("/blog/xmlrpc", new StringContent(Call("secret"), Encoding.UTF8, "text/xml"));

        stranger.Text.Should().Contain("403");
        known.Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_large_call_of_an_author_is_taken_whole()
    {
        var id = await CallAsync(
            "metaWeblog.newPost",
            "1",
            "ada",
            "secret",
            new XElement("struct", Member("title", "Long"), Member("description", new string('x', 100_000) + " end")),
            true);

        id.Should().NotContain("fault");
        (await _program.GetAsync("/blog/long")).Text.Should().Contain("x end");
    }

    [Fact]
    public async Task Without_somebody_who_checks_passwords_there_is_no_endpoint()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();

        (await browser.GetAsync("/blog/rsd.xml")).Status.Should().Be(HttpStatusCode.NotFound);
        (await browser.GetAsync("/blog")).Html.QuerySelector("link[rel=EditURI]").Should().BeNull();
    }

    private static XElement Member(string name, string value) => new("member", new XElement("name", name), Value(value));

    private static XElement Value(object value) => new("value", value switch
    {
        XElement element => element,
        bool flag => new XElement("boolean", flag ? "1" : "0"),
        int number => new XElement("i4", number),
        _ => new XElement("string", value),
    });

    private async Task<string> CallAsync(string method, params object[] parameters)
    {
        var call = new XElement(
            "methodCall",
            new XElement("methodName", method),
            new XElement("params", parameters.Select(p => new XElement("param", Value(p)))));
        return (await _program.PostAsync("/blog/xmlrpc", new StringContent(call.ToString(), Encoding.UTF8, "text/xml"))).Text;
    }

    private sealed class Names : IMetaWeblogAuthenticator
    {
        public Task<string?> AuthenticateAsync(Blog blog, string userName, string password, CancellationToken cancellationToken) =>
            Task.FromResult(password != "secret" ? null : userName switch
            {
                "ada" => Site.AuthorUser,
                "reader" => "somebody",
                _ => null,
            });
    }
}
