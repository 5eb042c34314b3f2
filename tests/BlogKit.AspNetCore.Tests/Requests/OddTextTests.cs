using System.Net;
using System.Text;
using System.Text.Json;
using BlogKit.AspNetCore.Internal;
using BlogKit.OpenWeb;
using BlogKit.Tests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

/// <summary>
/// Everything that is no ordinary character, in every address, query, form, body and program's call: refused, or kept as it was given and
/// shown again. Nothing is a 500.
/// </summary>
public sealed class OddTextTests : IAsyncLifetime
{
    private readonly TemporaryDatabase _database = new();
    private Site _site = null!;
    private Browser _owner = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync(
            builder: kit =>
            {
                kit.AddDeskPolicies();
                kit.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, HeaderSignIn>("Test", null);
                kit.Services.AddSingleton<IMetaWeblogAuthenticator, OneName>();
            },
            map: app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapBlogKit("/blog");
            },
            database: _database.Path,
            openWeb: static o => o.ReceiveWebmentions = true);
        _owner = _site.Browse(Site.AuthorUser + "|Ada Keeper");
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _database.Dispose();
    }

    // Halves of pairs cannot be written in UTF-8: these bytes stand for them in addresses and forms.
    private static IEnumerable<(string Name, string Escaped)> Escaped =>
        [.. OddTexts.All.Select(static t => (t.Name, Escape(t.Text))), ("half a pair", "ho%ED%A0%BDney"), ("no UTF-8", "ho%FF%FEney")];

    [Fact]
    public async Task Every_address_answers()
    {
        var paths = _site.Services.GetServices<EndpointDataSource>().SelectMany(static s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(static e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("GET"))
            .Select(static e => e.RoutePattern).Where(static p => !p.RawText!.EndsWith("/live", StringComparison.Ordinal)
                && !p.RawText.Contains("stream", StringComparison.Ordinal))
            .DistinctBy(static p => p.RawText).ToArray();

        var asked = 0;
        foreach (var (name, text) in Escaped)
        {
            foreach (var path in paths)
            {
                var address = "/" + string.Join('/', path.PathSegments
                    .Select(s => string.Concat(s.Parts.Select(part => part is RoutePatternLiteralPart { Content: var word } ? word
                        : part is RoutePatternSeparatorPart { Content: var between } ? between : text))));
                await AnswersAsync(
                    HttpMethod.Get,
                    $"{address}?q={text}&cursor={text}&comments={text}&sort={text}&tag={text}&url={text}&by={text}&comment={text}&token={text}",
                    name);
                asked++;
            }
        }

        asked.Should().BeGreaterThan(5_000);
    }

    [Fact]
    public async Task Every_form_answers()
    {
        var held = await _site.CommentAsync("Max", "Here I am.");
        string[] pages =
        [
            "/blog/open-for-talk-and-more",
            $"/blog/comments/{held.Id}/flag",
            "/blog/desk/posts/new",
            $"/blog/desk/posts/{_site.Post.Id}",
            "/blog/desk/comments",
            $"/blog/desk/comments/{held.Id}",
            "/blog/desk/bans",
        ];
        var sent = 0;
        foreach (var path in pages)
        {
            var page = await _owner.GetAsync(path);
            foreach (var form in page.Html.Forms.Where(static f => f.Method is "post"))
            {
                var fields = form.Elements
                    .OfType<AngleSharp.Html.Dom.IHtmlElement>()
                    .Where(static e => e.GetAttribute("name") is { Length: > 0 } && e.GetAttribute("type") is not "file")
                    .GroupBy(static e => e.GetAttribute("name")!).ToDictionary(
                        static g => g.Key,
                        static g => g.First() is AngleSharp.Html.Dom.IHtmlTextAreaElement area
                            ? area.Value
                            : g.First().GetAttribute("value") ?? "");
                foreach (var field in fields.Keys.Where(static k => k is not "__RequestVerificationToken"))
                {
                    foreach (var (name, text) in Escaped)
                    {
                        var body = string.Join(
                            '&',
                            fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={(f.Key == field ? text : Uri.EscapeDataString(f.Value))}"));
                        await AnswersAsync(HttpMethod.Post, form.GetAttribute("action") is { Length: > 0 } action
                            ? action.Split('#')[0]
                            : path, $"{path} {field} {name}", body, "application/x-www-form-urlencoded");
                        sent++;
                    }
                }
            }
        }

        sent.Should().BeGreaterThan(1_000);
        await EveryPageAnswersAsync();
    }

    [Fact]
    public async Task Every_operation_of_the_API_answers()
    {
        using var document = JsonDocument.Parse(await _owner.Client.GetStringAsync("/api/blog/openapi.json"));
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        var comment = await _site.CommentAsync("Max", "Here I am.");
        foreach (var operation in ApiOperations.For(withDesk: true).Where(static o => o.HasInput && !o.IsRead))
        {
            var described = document.RootElement.GetProperty("paths")
                .GetProperty(operation.Path.Length == 0 ? "/" : operation.Path)
                .GetProperty(operation.Method.ToLowerInvariant());
            var schema = described.GetProperty("requestBody").GetProperty("content").EnumerateObject().First().Value.GetProperty("schema");
            var path = "/api/blog" + operation.Path.Replace("{slug}", _site.Post.Slug.Value, StringComparison.Ordinal)
                .Replace(
                    "{id}",
                    operation.Path.Contains("/posts/{id}", StringComparison.Ordinal) ? _site.Post.Id.ToString() : comment.Id.ToString(),
                    StringComparison.Ordinal);
            foreach (var (name, text) in OddTexts.All)
            {
                // Every text at once, and then each alone, so that no first refusal hides a second field.
                var bodies = new List<string>();
                Body(schema, schemas, Quote(text), bodies);
                foreach (var body in bodies)
                {
                    await AnswersAsync(new HttpMethod(operation.Method), path, $"{operation.Id} {name} {body}", body, "application/json");
                }
            }
        }

        await EveryPageAnswersAsync();
    }

    [Fact]
    public async Task Every_program_answers()
    {
        foreach (var (name, text) in Escaped)
        {
            foreach (var form in (string[])[
                $"h=entry&name={text}&content={text}&category[]={text}&mp-slug={text}&summary={text}",
                $"h={text}&content=a",
                $"action={text}&url={text}",
                $"h=entry&content=a&published={text}&post-status={text}&visibility={text}&photo={text}",
            ])
            {
                await AnswersAsync(HttpMethod.Post, "/blog/micropub", $"Micropub {name}", form, "application/x-www-form-urlencoded");
            }

            await AnswersAsync(HttpMethod.Get, $"/blog/micropub?q=source&url=http://odd{text}.example/blog/a", $"Micropub host {name}");
            foreach (var form in (string[])[
                $"action=delete&url=http://odd{text}.example/blog/a",
                $"action=undelete&url=http://odd{text}.example/blog/a",
            ])
            {
                await AnswersAsync(HttpMethod.Post, "/blog/micropub", $"Micropub host {name}", form, "application/x-www-form-urlencoded");
            }

            foreach (var form in (string[])[
                $"source=https://elsewhere.example/{text}&target=http://localhost/blog/{text}",
                $"source={text}&target={text}",
                $"source=https://odd{text}.example/&target=http://localhost/blog/a",
                $"source=https://elsewhere.example/&target=http://odd{text}.example/blog/a",
            ])
            {
                await AnswersAsync(HttpMethod.Post, "/blog/webmention", $"Webmention {name}", form, "application/x-www-form-urlencoded");
            }
        }

        foreach (var (name, text) in OddTexts.All)
        {
            var quoted = Quote(text);
            foreach (var json in (string[])[
                $$$"""{"type":["h-entry"],"properties":{"name":[{{{quoted}}}],"content":[{"html":{{{quoted}}}}],"category":[{{{quoted}}}],"mp-slug":[{{{quoted}}}]}}""",
                $$$"""{"type":["h-entry"],"properties":{ {{{quoted}}}:[{{{quoted}}}],"content":["a"]}}""",
                $$$"""{"action":"update","url":{{{quoted}}},"replace":{"content":[{{{quoted}}}]}}""",
            ])
            {
                await AnswersAsync(HttpMethod.Post, "/blog/micropub", $"Micropub {name}", json, "application/json");
            }

            // What XML cannot hold is written as a reference, which is no XML either: refused.
            var xml = string.Concat(text.Select(static c => $"&#{(int)c};"));
            var member = (string[])["title", "description", "mt_keywords", "wp_slug", "mt_excerpt", "mt_text_more", "categories"];
            await AnswersAsync(
                HttpMethod.Post,
                "/blog/xmlrpc",
                $"MetaWeblog {name}",
                $"<methodCall><methodName>metaWeblog.newPost</methodName><params><param><value>1</value></param><param><value>ada</value></param><param><value>secret</value></param><param><value><struct>{string.Concat(member.Select(m => $"<member><name>{m}</name><value>{(text.All(char.IsSurrogate) ? text : xml)}</value></member>"))}</struct></value></param><param><value><boolean>1</boolean></value></param></params></methodCall>",
                "text/xml");
        }

        await EveryPageAnswersAsync();
    }

    private async Task EveryPageAnswersAsync()
    {
        foreach (var path in (string[])[
            "/blog", "/blog/tags", "/blog/archive", "/blog/feed.xml", "/blog/feed.atom", "/blog/feed.json", "/blog/comments/feed.xml",
            "/blog/sitemap.xml", "/blog/open-for-talk-and-more", "/blog/open-for-talk-and-more/feed.xml", "/blog/desk/posts",
            "/blog/desk/comments", "/blog/desk/log", "/blog/desk/bans",
        ])
        {
            await AnswersAsync(HttpMethod.Get, path, "afterwards");
        }

        foreach (var post in (await _site.Posts.ListForDeskAsync(
            new DeskPostsQuery(_site.Blog.Id) { Size = 100 }, Actor.System)).Value.Items)
        {
            await AnswersAsync(HttpMethod.Get, "/blog/" + post.Slug.Value, post.Title);
        }
    }

    private async Task AnswersAsync(HttpMethod method, string path, string because, string? body = null, string? type = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(
            _site.Address.GetLeftPart(UriPartial.Authority) + path,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, type!);
            request.Headers.Add("Origin", _site.Address.GetLeftPart(UriPartial.Authority));
            request.Headers.TryAddWithoutValidation("If-Match", "*");
        }

        using var response = await _owner.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        ((int)response.StatusCode).Should().BeLessThan(500, "{0}: {1} {2}", because, method, path);
        if (body is not null)
        {
            response.StatusCode.Should().NotBe(HttpStatusCode.MethodNotAllowed, "{0}: {1} {2}", because, method, path);
        }
    }

    private static void Body(JsonElement schema, JsonElement schemas, string quoted, List<string> bodies)
    {
        schema = Resolve(schema, schemas);
        if (!schema.TryGetProperty("properties", out var properties))
        {
            return;
        }

        var required = schema.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(static n => n.GetString()!).ToHashSet()
            : [];
        var texts = properties.EnumerateObject().Where(p => IsText(Resolve(p.Value, schemas))).ToArray();
        bodies.Add(Write(texts.Select(static t => t.Name)));
        bodies.AddRange(texts.Select(text => Write([text.Name])));

        string Write(IEnumerable<string> odd)
        {
            var chosen = odd.ToHashSet();
            return "{"
                + string.Join(',', properties.EnumerateObject().Where(p => chosen.Contains(p.Name) || required.Contains(p.Name))
                    .Select(p =>
                        $"\"{p.Name}\":{(chosen.Contains(p.Name) ? (Type(Resolve(p.Value, schemas)) is "array" ? $"[{quoted}]" : quoted) : Plain(Resolve(p.Value, schemas)))}"))
                + "}";
        }
    }

    private static JsonElement Resolve(JsonElement schema, JsonElement schemas)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Resolve(schemas.GetProperty(reference.GetString()!.Split('/')[^1]), schemas);
        }

        return schema.TryGetProperty("oneOf", out var choices)
            || schema.TryGetProperty("anyOf", out choices)
            || schema.TryGetProperty("allOf", out choices)
            ? Resolve(choices[0], schemas)
            : schema;
    }

    private static string? Type(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? null
        : type.ValueKind is JsonValueKind.Array ? type[0].GetString() : type.GetString();

    private static bool IsText(JsonElement schema) =>
        Type(schema) is "string" || (Type(schema) is "array" && schema.TryGetProperty("items", out var items) && Type(items) is "string");

    private static string Plain(JsonElement schema) => Type(schema) switch
    {
        "string" when schema.TryGetProperty("enum", out var choices) => choices[0].GetRawText(),
        "string" => "\"plain\"",
        "boolean" => "true",
        "integer" or "number" => "1",
        "array" => "[]",
        _ => "{}",
    };

    private static string Quote(string text) => $"\"{string.Concat(text.Select(static c => $"\\u{(int)c:x4}"))}\"";

    private static string Escape(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(static b => $"%{b:X2}"));

    private sealed class OneName : IMetaWeblogAuthenticator
    {
        public Task<string?> AuthenticateAsync(Blog blog, string userName, string password, CancellationToken cancellationToken) =>
            Task.FromResult<string?>(Site.AuthorUser);
    }
}
