using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BlogKit.Samples.Web.Tests;

public sealed class CommentingTests(SeededHost host) : IClassFixture<SeededHost>
{
    private const string Path = "/blog/tell-me-about-your-first-sting";

    [Fact]
    public async Task A_first_comment_is_held_and_only_its_writer_sees_it()
    {
        using var writer = host.Host.CreateClient(cookies: true);
        var form = await FormAsync(writer, Path);
        using var answer = await SendAsync(
            writer,
            form,
            ("name", "Ludmila"),
            ("email", "ludmila@readers.example.org"),
            ("body", "A nettle, and then the bee **in** the nettle."));

        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        var seen = await Html.ReadAsync(writer, answer.Headers.Location!.ToString());
        seen.Body!.Seen().Should().Contain("awaiting moderation").And.Contain("A nettle, and then the bee in the nettle.");
        (await host.ReadAsync(Path)).Body!.Seen().Should().NotContain("nettle");
        (await host.ReadAsync(answer.Headers.Location!.ToString())).Body!.Seen().Should().NotContain("nettle");
    }

    [Fact]
    public async Task A_known_commenter_is_shown_at_once_and_led_to_the_comment()
    {
        using var writer = host.Host.CreateClient(cookies: true);
        var page = await Html.ReadAsync(writer, Path);
        var reply = page.QuerySelector("#comments .bk-actions a[href*=replyTo]")!.GetAttribute("href")!;
        var form = await FormAsync(writer, Path + reply);
        using var answer = await SendAsync(
            writer, form, ("name", "Hen"), ("email", "hen@readers.example.org"), ("body", "Lemonade! My aunt swore by it."));

        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        var where = await FollowAsync(answer.Headers.Location!.ToString());
        var comment = (await host.ReadAsync(where.Split('#')[0])).GetElementById(where.Split('#')[1])!;
        comment.Seen().Should().Contain("Lemonade! My aunt swore by it.");
        comment.ParentElement!.TagName.Should().Be("UL", "it is a reply");
    }

    [Fact]
    public async Task Bad_input_gives_the_form_back_with_everything_typed()
    {
        using var writer = host.Host.CreateClient(cookies: true);
        var form = await FormAsync(writer, Path);
        using var answer = await SendAsync(
            writer,
            form,
            ("name", "O'Malley <b>"),
            ("email", "not an address"),
            ("url", "javascript:alert(1)"),
            ("body", "Half\nan \"onion\" & a kiss"));

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var page = await Html.ReadAsync(answer);
        page.QuerySelector<IHtmlInputElement>("input[name=name]")!.Value.Should().Be("O'Malley <b>");
        page.QuerySelector<IHtmlInputElement>("input[name=email]")!.GetAttribute("value").Should().Be("not an address");
        page.QuerySelector<IHtmlInputElement>("input[name=url]")!.GetAttribute("value").Should().Be("javascript:alert(1)");
        page.QuerySelector<IHtmlTextAreaElement>("textarea[name=body]")!.Value.ReplaceLineEndings("\n")
            .Should().Be("Half\nan \"onion\" & a kiss");
        page.QuerySelectorAll("[aria-invalid=true]").Select(field => field.GetAttribute("name")).Should().BeEquivalentTo("email", "url");
        page.QuerySelector("[role=alert]")!.Seen().Should().Contain("E-mail");
    }

    [Fact]
    public async Task A_guest_cannot_take_the_authors_name()
    {
        using var writer = host.Host.CreateClient(cookies: true);
        var form = await FormAsync(writer, Path);
        using var answer = await SendAsync(
            writer, form, ("name", "maren  oduya"), ("email", "somebody@readers.example.org"), ("body", "It is me."));

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Html.ReadAsync(answer)).QuerySelector("[role=alert]")!.Seen().Should().Contain("author of this blog");
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        using var content = new FormUrlEncodedContent(
            [new("name", "Ivo"), new("email", "ivo@readers.example.org"), new("body", "From elsewhere.")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, Path + "/comments") { Content = content };
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var answer = await host.Client.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_form_sent_twice_is_one_comment()
    {
        using var writer = host.Host.CreateClient(cookies: true);
        var form = await FormAsync(writer, Path);
        (string, string)[] typed = [("name", "Bronwen"), ("email", "bronwen@readers.example.org"), ("body", "Twice I pressed the button.")];
        using var first = await SendAsync(writer, form, typed);
        using var second = await SendAsync(writer, form, typed);

        second.Headers.Location.Should().Be(first.Headers.Location);
        (await host.ReadAsync(Path)).QuerySelectorAll("#comments article").Count(comment => comment.Seen().Contains("Twice I pressed"))
            .Should().Be(1);
    }

    [Fact]
    public async Task A_closed_thread_refuses_the_API_and_says_why()
    {
        using var answer = await host.Client.PostAsJsonAsync(
            "/api/blog/posts/what-keeping-bees-will-not-teach-you/comments",
            new { name = "Late", email = "late@readers.example.org", body = "One more thing" });

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await answer.Content.ReadAsStringAsync()).Should().Contain("comments-closed").And.Contain("Comments are closed.");
    }

    private static async Task<IHtmlFormElement> FormAsync(HttpClient client, string path) =>
        (await Html.ReadAsync(client, path)).QuerySelector<IHtmlFormElement>("#respond form")!;

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, IHtmlFormElement form, params (string Name, string Value)[] typed)
    {
        var hidden = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(
            input => KeyValuePair.Create(input.Name!, input.Value));
        using var content = new FormUrlEncodedContent([.. hidden, .. typed.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        using var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")) { Content = content };
        request.Headers.Add("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return await client.SendAsync(request);
    }

    private async Task<string> FollowAsync(string location)
    {
        for (var i = 0; i < 3; i++)
        {
            using var response = await host.Client.GetAsync(location.Split('#')[0]);
            if (response.Headers.Location is not { } next)
            {
                break;
            }

            location = next.ToString();
        }

        return location;
    }
}
