using System.Globalization;
using System.Net.Http.Headers;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Makes requests to a route: most of them nearly right, since what is all wrong is refused at the door.</summary>
internal sealed partial class FuzzRequests(FuzzSite site)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];

    private static readonly string[] Types =
    [
        "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json", "text/xml", "text/plain",
        "application/octet-stream", "application/json; charset=utf-16", "application/x-www-form-urlencoded; charset=utf-7",
        "multipart/form-data", "multipart/form-data; boundary=\"\"", "application/x-www-form-urlencoded; charset=nonsense",
        "text/xml; charset=utf-32", "a/b; c", "%",
    ];

    private static readonly string[] Headers =
    [
        "Origin", "Referer", "Sec-Fetch-Site", "Accept", "Accept-Language", "Accept-Encoding", "If-Match", "If-None-Match",
        "If-Modified-Since", "If-Unmodified-Since", "Range", "Idempotency-Key", "X-BlogKit-Guest", "X-BlogKit-Fragment", "X-Requested-With",
        "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "User-Agent", "Cookie", "Authorization", "Last-Event-ID",
        "Cache-Control", "Content-Language",
    ];

    private static readonly string[] XmlRpcMethods =
    [
        "blogger.getUsersBlogs", "blogger.deletePost", "metaWeblog.newPost", "metaWeblog.editPost", "metaWeblog.getPost",
        "metaWeblog.getRecentPosts", "metaWeblog.getCategories", "metaWeblog.newMediaObject", "mt.getPostCategories",
        "mt.setPostCategories", "wp.getUsersBlogs", "system.listMethods", "",
    ];

    /// <summary>One request; the same random numbers make the same one while the site is the same.</summary>
    public (Browser Person, HttpRequestMessage Request) Make(RouteEndpoint route, Random random)
    {
        var methods = route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
        var method = methods.Count == 0 || random.Next(20) == 0 ? random.One(Methods) : random.One(methods);
        var form = method == "POST" && random.Next(10) < 7 ? FormOf(route, random) : null;
        var path = form is not null && random.Next(3) > 0 ? form.Action : PathOf(route, random);
        var person = form is not null && random.Next(5) > 0 ? form.Person : random.Next(2) == 0 ? site.People[^1] : random.One(site.People);
        var request = new HttpRequestMessage(
            new HttpMethod(method), Local(path + (path.Contains('?', StringComparison.Ordinal) ? "" : Query(random))));
        if (method is not ("GET" or "HEAD" or "OPTIONS"))
        {
            request.Content = Content(route, form, random);
            if (random.Next(15) == 0)
            {
                request.Headers.TransferEncodingChunked = true;
            }
        }

        if (random.Next(4) > 0)
        {
            request.Headers.TryAddWithoutValidation("Origin", site.Site.Address.GetLeftPart(UriPartial.Authority));
        }

        if (route.Metadata.GetMetadata<ApiOperation>() is { NeedsMatch: true } && random.Next(4) > 0)
        {
            request.Headers.TryAddWithoutValidation("If-Match", "*");
        }

        for (var i = random.Next(4); i > 0; i--)
        {
            request.Headers.TryAddWithoutValidation(random.One(Headers), FuzzValues.Header(random));
        }

        return (person, request);
    }

    [GeneratedRegex(@"\{(?<all>\*{0,2})[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Parameter();

    // The client follows a path of two slashes to another host.
    private static Uri Local(string path) => new("/" + path.TrimStart('/'), UriKind.Relative);

    private static string Query(Random random)
    {
        if (random.Next(3) == 0)
        {
            return "";
        }

        var query = new StringBuilder("?");
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            query
                .Append(random.Next(8) == 0 ? FuzzValues.Segment(random) : random.One(FuzzValues.Names))
                .Append('=')
                .Append(FuzzValues.Escape(Short(random)))
                .Append('&');
        }

        return query.ToString();
    }

    private static string Short(Random random)
    {
        var text = FuzzValues.Text(random);
        return text.Length > 800 ? text[..800] : text;
    }

    private string PathOf(RouteEndpoint route, Random random) => Parameter().Replace(
        "/" + route.RoutePattern.RawText!.TrimStart('/'),
        match => random.Next(4) > 0
            ? Likely(route.RoutePattern.RawText!, match, random)
            : FuzzValues.Segment(random) + (match.Groups["all"].Length > 0 && random.Next(2) == 0 ? "/" + FuzzValues.Segment(random) : ""));

    /// <summary>A value that is there, mostly of the kind that the route asks for.</summary>
    private string Likely(string pattern, Match parameter, Random random)
    {
        var before = pattern[..parameter.Index];
        var kind = random.Next(8) == 0
            ? site.Known
            : parameter.Value is "{slug}"
                ? before.EndsWith("/tag/", StringComparison.Ordinal) ? ["honey", "wax"]
                    : before.EndsWith("/category/", StringComparison.Ordinal) ? ["bees"]
                    : before.EndsWith("/author/", StringComparison.Ordinal) || before.EndsWith("/authors/", StringComparison.Ordinal)
                        ? ["ada-keeper", "wim-writer"]
                    : site.Slugs
            : before.EndsWith("/posts/", StringComparison.Ordinal) ? site.PostIds
            : before.EndsWith("/comments/", StringComparison.Ordinal) || before.EndsWith("/replies/", StringComparison.Ordinal)
                ? site.CommentIds
            : site.Known;
        return random.One(kind);
    }

    private FuzzForm? FormOf(RouteEndpoint route, Random random)
    {
        var pattern = new Regex("^/" + Parameter().Replace(
            Regex.Escape(route.RoutePattern.RawText!.TrimStart('/')).Replace("\\{", "{", StringComparison.Ordinal),
            "[^/]+") + "(\\?|$)", RegexOptions.None, TimeSpan.FromSeconds(1));
        var fitting = site.Forms.Where(f => pattern.IsMatch(f.Action)).ToList();
        return fitting.Count > 0 ? random.One(fitting) : null;
    }

    private HttpContent Content(RouteEndpoint route, FuzzForm? form, Random random)
    {
        HttpContent content;
        var path = route.RoutePattern.RawText!;
        if (random.Next(25) == 0)
        {
            var bytes = new byte[random.Next(2_000)];
            random.NextBytes(bytes);
            content = new ByteArrayContent(bytes);
            content.Headers.TryAddWithoutValidation("Content-Type", random.One(Types));
            return content;
        }

        if (form is null && route.Metadata.GetMetadata<ApiOperation>() is { } operation)
        {
            content = new StringContent(Json(operation, random), Encoding.UTF8, "application/json");
        }
        else if (path.EndsWith("/xmlrpc", StringComparison.Ordinal))
        {
            content = new StringContent(XmlRpc(random), Encoding.UTF8, "text/xml");
        }
        else if (path.EndsWith("/micropub", StringComparison.Ordinal) && random.Next(2) == 0)
        {
            content = new StringContent(Micropub(random), Encoding.UTF8, "application/json");
        }
        else
        {
            content = Form(form, random, isFile: path.EndsWith("/media", StringComparison.Ordinal));
        }

        if (random.Next(20) == 0)
        {
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", random.One(Types));
        }

        return content;
    }

    private HttpContent Form(FuzzForm? form, Random random, bool isFile)
    {
        var fields = form?.Fields.ToList()
            ?? [
                .. site.Forms[^1].Fields.Where(static f => f.Key == "__RequestVerificationToken"),
                new("h", "entry"),
                new("content", "Text"),
                new("source", "http://127.0.0.1:9/none"),
                new("target", site.Site.Address + "blog/" + site.Known[0]),
            ];
        for (var i = random.Next(4); i > 0; i--)
        {
            switch (random.Next(4))
            {
                case 0 when fields.Count > 0:
                    fields.RemoveAt(random.Next(fields.Count));
                    break;
                case 1:
                    fields.Add(new(random.One(FuzzValues.Names), FuzzValues.Text(random)));
                    break;
                case 2 when fields.Count > 0:
                    fields.Add(fields[random.Next(fields.Count)]);
                    break;
                default:
                    if (fields.Count > 0)
                    {
                        var at = random.Next(fields.Count);
                        fields[at] = new(fields[at].Key, random.Next(3) == 0 ? random.One(site.Known) : FuzzValues.Text(random));
                    }

                    break;
            }
        }

        if (!isFile && random.Next(8) > 0)
        {
            return new StringContent(
                string.Join('&', fields.Select(f => FuzzValues.Escape(f.Key) + "=" + FuzzValues.Escape(f.Value))),
                Encoding.ASCII,
                "application/x-www-form-urlencoded");
        }

        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Where(static f => f.Key.All(static c => c is > ' ' and < '\u007F' and not '"')))
        {
            parts.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(value)), $"\"{name}\"");
        }

        var picture = random.One<byte[]>([
            Pictures.Png(random.Next(-5, 70_000), random.Next(-5, 70_000)),
            Pictures.Gif(),
            Pictures.WebP(),
            Pictures.Avif(),
            Pictures.Jpeg(Pictures.Exif(6)),
            [],
        ]);
        for (var i = random.Next(4); i > 0 && picture.Length > 0; i--)
        {
            picture[random.Next(picture.Length)] = (byte)random.Next(256);
        }

        var file = new ByteArrayContent(picture[..random.Next(picture.Length / 2, picture.Length + 1)]);
        file.Headers.ContentType = new MediaTypeHeaderValue(random.One(["image/png", "image/jpeg", "image/svg+xml", "text/html"]));
        parts.Add(file, random.One(["file", "files", "photo", "picture"]), random.One(["a.png", "..", "x.svg", "a b", "%00"]));
        return parts;
    }

    private string Json(ApiOperation operation, Random random)
    {
        var valid = ApiBodies.Valid(operation.Id);
        return random.Next(5) switch
        {
            0 => valid,
            1 => Regex.Replace(
                valid, "\"[^\"]*\"(?=[,}\\]])", _ => Quoted(FuzzValues.Text(random)), RegexOptions.None, TimeSpan.FromSeconds(1)),
            2 =>
                valid[..^1] + (valid.Length > 2 ? "," : "") + $"{Quoted(random.One(FuzzValues.Names))}:{Quoted(FuzzValues.Text(random))}}}",
            3 => Regex.Replace(valid, "(?<=:)[^,}]+", _ => random.One([
                "null",
                "[]",
                "{}",
                "-1",
                "1e400",
                "true",
                "\"\\ud800\"",
                "[[[[[[[]]]]]]]",
                Quoted(FuzzValues.Text(random)),
            ]), RegexOptions.None, TimeSpan.FromSeconds(1)),
            _ => $"{{{string.Join(',', operation.GetInput()?.Properties.Where(_ => random.Next(2) == 0).Select(p => $"{Quoted(p.Name)}:{random.One([Quoted(FuzzValues.Text(random)), "1", "null", "[]", "[\"x\"]", "{}", "true", Quoted(random.One(site.Known))])}") ?? [])}}}",
        };
    }

    private string Micropub(Random random) => random.Next(4) switch
    {
        0 => $$"""{"type":["h-entry"],"properties":{ {{Quoted(random.One(FuzzValues.Names))}}:[{{Quoted(FuzzValues.Text(random))}}],"content":[{{Quoted(FuzzValues.Text(random))}}] } }""",
        1 => $$"""{"action":"update","url":{{Quoted(site.Site.Address + "blog/" + random.One(site.Known))}},"{{random.One(["replace", "add", "delete"])}}":{ {{Quoted(random.One(["content", "category", "post-status", "published", "name", "photo", "visibility"]))}}:[{{Quoted(FuzzValues.Text(random))}}] } }""",
        2 => $$"""{"action":"{{random.One(["delete", "undelete", "update"])}}","url":{{Quoted(random.One([site.Site.Address + "blog/" + site.Known[0], FuzzValues.Text(random)]))}}}""",
        _ => $$"""{"type":{{random.One(["[]", "1", "[\"h-entry\"]", "null"])}},"properties":{{random.One(["[]", "{\"content\":[{\"html\":\"<p>x\"}]}", "{\"content\":[{\"html\":1}]}", "{\"photo\":[{\"value\":\"x\",\"alt\":[]}]}", "null"])}}}""",
    };

    private string XmlRpc(Random random)
    {
        var parameters = new StringBuilder();
        string[] credentials = random.Next(2) == 0
            ? [random.One(site.Known), "ada", "secret"]
            : [random.One(site.Known), random.One(site.Known), "ada", "secret"];
        foreach (var value in credentials)
        {
            parameters.Append(CultureInfo.InvariantCulture, $"<param><value><string>{value}</string></value></param>");
        }

        for (var i = random.Next(4); i > 0; i--)
        {
            var text = SecurityElement.Escape(FuzzValues.Text(random));
            parameters.Append(CultureInfo.InvariantCulture, $"<param><value>{random.Next(6) switch
            {
                0 => $"<boolean>{text}</boolean>",
                1 => $"<i4>{text}</i4>",
                2 => $"<dateTime.iso8601>{text}</dateTime.iso8601>",
                3 => $"<base64>{text}</base64>",
                4 => text,
                _ => $"<struct><member><name>{random.One(["title", "description", "mt_keywords", "categories", "dateCreated", "mt_allow_comments", "wp_slug", "name", "type", "bits"])}</name><value>{random.One(["<array><data/></array>", "<string>" + text + "</string>", "<base64>iVBORw0KGgo=</base64>", "<struct/>"])}</value></member></struct>",
            }}</value></param>");
        }

        return "<?xml "
            + $"version=\"1.0\"?>{(random.Next(20) == 0 ? "<!DOCTYPE x [<!ENTITY a \"b\">]>" : "")}<methodCall><methodName>{random.One(XmlRpcMethods)}</methodName><params>{parameters}</params></methodCall>";
    }

    // As a careless program writes it: half surrogates and all.
    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
