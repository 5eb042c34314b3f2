using System.Xml.Linq;
using BlogKit.OpenWeb;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Members that desktop programs send, in the shapes in which they send them.</summary>
public sealed class MetaWeblogMemberTests : IAsyncLifetime
{
    private Site _site = null!;
    private Browser _browser = null!;
    private RpcProgram _program = null!;

    public async Task InitializeAsync()
    {
        _site = await ApiSite.StartAsync(builder: static kit => kit.Services.AddSingleton<IMetaWeblogAuthenticator, KeyNames>());
        await WriterSite.AddAsync(_site, "Wim Writer", "writer", BlogRoles.Author);
        await _site.Get<TaxonomyService>().CreateCategoryAsync(new NewCategory(_site.Blog.Id, "Bees"), Actor.System);
        await _site.Get<TaxonomyService>().CreateCategoryAsync(new NewCategory(_site.Blog.Id, "Wax"), Actor.System);
        _browser = _site.Browse();
        _program = new RpcProgram(_browser, "writer");
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task Editing_changes_only_what_was_sent()
    {
        var id = await FullAsync();
        var before = await PostAsync(id);

        await _program.EditAsync(id, ("title", "Other"));
        var after = await PostAsync(id);
        (after.Markdown, after.Excerpt, after.Slug, after.Comments)
            .Should().Be((before.Markdown, before.Excerpt, before.Slug, before.Comments));
        (after.CategoryIds, after.Tags.Length, after.Title).Should().BeEquivalentTo((before.CategoryIds, 2, "Other"));

        await _program.EditAsync(id, ("description", "<p>Start again</p>"));
        after = await PostAsync(id);
        (after.Title, after.Markdown).Should().Be(("Other", "Start again\n\n<!--more-->\n\nAnd **more**"));
    }

    [Fact]
    public async Task A_deleted_post_is_not_listed_and_does_not_take_the_place_of_another()
    {
        var kept = await _program.NewAsync(true, ("title", "Kept"), ("description", "x"));
        for (var i = 0; i < 11; i++)
        {
            var id = await _program.NewAsync(i % 2 == 0, ("title", $"Deleted {i}"), ("description", "x"));
            await _program.CallAsync("blogger.deletePost", "key", id, "writer", "secret", true);
        }

        var listed = await _program.RecentAsync();

        listed.Cast<Dictionary<string, object>>().Select(static post => post["postid"]).Should().Equal(kept);
    }

    [Theory]
    [InlineData("wp_slug", "!!!")]
    [InlineData("mt_basename", "  ")]
    [InlineData("wp_slug", "")]
    public async Task A_suggestion_of_signs_alone_leaves_the_address_to_the_title(string member, string wanted)
    {
        var id = await _program.NewAsync(true, ("title", "On wax"), ("description", "x"), (member, wanted));

        (await PostAsync(id)).Slug.Value.Should().Be("on-wax");
    }

    [Fact]
    public async Task Categories_and_keywords_are_two_lists()
    {
        var id = await FullAsync();

        await _program.EditAsync(id, ("categories", new[] { "Wax" }));
        (await ListsAsync(id)).Should().Be("Wax|Honey, Hive");
        await _program.EditAsync(id, ("mt_keywords", "Bees, New"));
        (await ListsAsync(id)).Should().Be("Wax|Bees, New");
        await _program.EditAsync(id, ("categories", Array.Empty<string>()));
        (await ListsAsync(id)).Should().Be("|Bees, New");
        await _program.EditAsync(id, ("mt_keywords", ""), ("categories", new[] { "Bees", "No category" }));
        (await ListsAsync(id)).Should().Be("Bees|No category");
        await _program.EditAsync(id, ("mt_keywords", ""));
        (await ListsAsync(id)).Should().Be("Bees|");
    }

    [Fact]
    public async Task The_two_parts_of_a_text_are_joined_by_the_marker_and_told_apart_again()
    {
        var id = await FullAsync();
        var post = await PostAsync(id);

        post.Markdown.Should().Be("The *start*\n\n<!--more-->\n\nAnd **more**");
        post.Rendered.ExcerptText.Should().Be("The start");
        foreach (var told in new[] { await _program.GetAsync(id), (Dictionary<string, object>)(await _program.RecentAsync())[0] })
        {
            told["description"].As<string>().Trim().Should().Be("<p>The <em>start</em></p>");
            told["mt_text_more"].As<string>().Trim().Should().Be("<p>And <strong>more</strong></p>");
        }

        await _program.EditAsync(id, ("mt_text_more", ""));
        (await PostAsync(id)).Markdown.Should().Be("The *start*");
        await _program.EditAsync(id, ("mt_text_more", "<p>Again</p>"));
        (await PostAsync(id)).Markdown.Should().Be("The *start*\n\n<!--more-->\n\nAgain");
        await _program.EditAsync(id, ("description", "<p>All</p>\n<!--more-->\n<p>of it</p>"));
        (await PostAsync(id)).Markdown.Should().Be("All\n\n<!--more-->\n\nof it");
        await _program.EditAsync(id, ("description", ""), ("mt_text_more", ""));
        (await PostAsync(id)).Markdown.Should().BeEmpty();
    }

    [Theory]
    [InlineData(0, CommentMode.Hidden)]
    [InlineData(1, CommentMode.Open)]
    [InlineData(2, CommentMode.Closed)]
    [InlineData("0", CommentMode.Hidden)]
    [InlineData("2", CommentMode.Closed)]
    [InlineData("open", CommentMode.Open)]
    [InlineData("closed", CommentMode.Closed)]
    [InlineData("none", CommentMode.Hidden)]
    [InlineData(false, CommentMode.Hidden)]
    public async Task Whether_comments_are_taken_is_mapped_both_ways(object sent, CommentMode mode)
    {
        var id = await _program.NewAsync(true, ("title", "x"), ("description", "y"), ("mt_allow_comments", sent));
        var post = await PostAsync(id);

        _site.Blog.Comments.With(post.Comments).Mode.Should().Be(mode);
        (await _program.GetAsync(id))["mt_allow_comments"].Should().Be(mode is CommentMode.Open ? 1 : mode is CommentMode.Closed ? 2 : 0);
        await _program.EditAsync(id, ("title", "z"));
        (await PostAsync(id)).Comments.Should().Be(post.Comments);
        (await _browser.GetAsync("/blog/" + post.Slug.Value)).Html.QuerySelector(
            "textarea[name=text], textarea[name=Text], form[action*=comments]")
            .Should().Match<object?>(form => form != null == (mode == CommentMode.Open));
    }

    [Theory]
    [InlineData("mt_allow_comments", 3)]
    [InlineData("mt_allow_comments", "maybe")]
    [InlineData("wp_password", "sesame")]
    [InlineData("wp_password", 7)]
    [InlineData("post_status", "inherit")]
    [InlineData("post_status", 1)]
    [InlineData("post_type", "page")]
    [InlineData("flNotOnHomePage", true)]
    [InlineData("categories", 5)]
    [InlineData("title", true)]
    public async Task What_is_not_known_is_refused_and_nothing_is_changed(string name, object value)
    {
        var id = await FullAsync();
        var before = await PostAsync(id);

        (await _program.RefusedAsync(p => p.NewAsync(true, [
            .. new (string, object)[] { ("title", "canary"), ("description", "canary") }.Where(
                m => !string.Equals(m.Item1, name, StringComparison.Ordinal)),
            (name, value),
        ])))
            .Should().StartWith("422").And.Contain(name);
        (await _program.RefusedAsync(p => p.EditAsync(id, ("description", "canary"), (name, value)))).Should().Contain(name);

        (await PostAsync(id)).Version.Should().Be(before.Version);
        (await _browser.GetAsync("/blog")).Text.Should().NotContain("canary");
    }

    [Fact]
    public async Task A_private_post_and_a_draft_stay_what_they_are_whatever_else_is_sent()
    {
        var hidden = await _program.NewAsync(
            true, ("title", "Hidden"), ("description", "x"), ("post_status", "private"), ("wp_password", ""), ("sticky", true),
            ("mt_allow_pings", 0));
        var draft = await _program.NewAsync(
            false, ("title", "Draft"), ("description", "x"), ("custom_fields", new[] { "a" }), ("wp_post_thumbnail", "7"));

        (await PostAsync(hidden)).Status.Should().Be(PostStatus.Private);
        (await PostAsync(draft)).Status.Should().Be(PostStatus.Draft);
        (await _program.GetAsync(hidden))["post_status"].Should().Be("private");
    }

    [Fact]
    public async Task Open_Live_Writer_writes_and_edits()
    {
        // Its titles and categories are HTML, its dates are local and GMT, and it sends every member every time.
        (string, object)[] Members(string text) =>
        [
            ("title", "Bees &amp; wax"),
            (
                "description",
                $"<p>{text}&nbsp;<img title=\"hive\" style=\"border: "
                    + "0px\" border=\"0\" alt=\"hive\" src=\"https://pictures.example/hive.png\" width=\"244\" height=\"184\"></p>"),
            ("categories", new[] { "Bees" }),
            ("mt_keywords", "Honey"),
            ("mt_excerpt", ""),
            ("mt_allow_comments", 1),
            ("mt_allow_pings", 1),
            ("wp_slug", ""),
            ("wp_password", ""),
            ("wp_author_id", "1"),
            ("mt_text_more", ""),
            ("mt_convert_breaks", ""),
        ];

        var id = await _program.NewAsync(true, Members("First"));
        await _program.EditAsync(id, Members("Second"));

        var post = await PostAsync(id);
        (post.Title, post.Slug.Value, post.Excerpt).Should().Be(("Bees & wax", "bees-wax", null));
        post.Format.Should().Be(PostFormat.Html, "Markdown has no word for the size of a picture");
        post.Rendered.Html.Trim().Should().Be(
            "<p>Second&nbsp;<img alt=\"hive\" height=\"184\" src=\"https://pictures.example/hive.png\" title=\"hive\" width=\"244\"></p>");
        (await ListsAsync(id)).Should().Be("Bees|Honey");
    }

    [Fact]
    public async Task MarsEdit_and_the_npm_client_write()
    {
        var mars = await _program.NewAsync(
            true,
            ("title", "Mars"),
            ("description", "Line one.\n\nLine <em>two</em>."),
            ("mt_convert_breaks", "__default__"),
            ("mt_tb_ping_urls", Array.Empty<string>()),
            ("mt_allow_comments", 2),
            ("mt_basename", "red-planet"),
            ("post_status", "publish"));
        var npm = await _program.NewAsync(
            true,
            ("title", "Npm"),
            ("description", "<p>x</p>"),
            ("categories", new[] { "Wax" }),
            ("dateCreated", TimeProvider.System.GetUtcNow().UtcDateTime));

        var post = await PostAsync(mars);
        (post.Slug.Value, post.Markdown, post.Comments.Mode).Should().Be(("red-planet", "Line one.\n\nLine *two*.", CommentMode.Closed));
        (await ListsAsync(npm)).Should().Be("Wax|");
    }

    [Fact]
    public async Task A_category_that_is_not_there_cannot_be_set()
    {
        var id = await FullAsync();

        XElement Ids(string id) => new("array", new XElement("data", new XElement(
            "value", new XElement("struct", new XElement("member", new XElement("name", "categoryId"), new XElement("value", id))))));

        (await _program.RefusedAsync(p => p.CallAsync("mt.setPostCategories", id, "writer", "secret", Ids("17")))).Should().Contain("17");
        (await ListsAsync(id)).Should().StartWith("Bees|");
    }

    private Task<string> FullAsync() => _program.NewAsync(
        true, ("title", "Whole"), ("description", "<p>The <i>start</i></p>"), ("mt_text_more", "<p>And <b>more</b></p>"),
        ("mt_excerpt", ""), ("mt_keywords", "Honey, Hive"), ("categories", new[] { "Bees" }), ("mt_allow_comments", 2));

    private async Task<Post> PostAsync(string id) =>
        (await _site.Posts.GetAsync(_site.Blog.Id, PostId.Parse(id, null), Actor.System)).Value;

    private async Task<string> ListsAsync(string id)
    {
        var told = await _program.GetAsync(id);
        return string.Join(", ", ((List<object>)told["categories"]).Order()) + "|" + told["mt_keywords"];
    }
}
