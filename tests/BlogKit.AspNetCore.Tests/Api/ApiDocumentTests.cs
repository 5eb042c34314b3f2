using System.Net.Http.Json;
using System.Text.Json;
using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

public sealed class ApiDocumentTests
{
    private const string Path = "/api/blog/openapi.json";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lists_every_endpoint_that_is_mapped_and_no_other(bool withDesk)
    {
        await using var site = await Site.StartAsync(
            builder: withDesk ? static b => b.AddDeskPolicies() : null, map: withDesk ? ApiSite.Map : null);
        using var client = site.Browse().Client;

        var document = await client.GetFromJsonAsync<JsonElement>(Path);

        var described = document.GetProperty("paths").EnumerateObject()
            .SelectMany(static p => p.Value.EnumerateObject().Select(m => $"{m.Name.ToUpperInvariant()} {p.Name}"));
        var mapped = site.Services.GetServices<EndpointDataSource>().SelectMany(static s => s.Endpoints).OfType<RouteEndpoint>()
            .Select(static e => e.Metadata.GetMetadata<ApiOperation>()).OfType<ApiOperation>()
            .Select(static o => $"{o.Method} {(o.Path.Length == 0 ? "/" : o.Path)}").ToArray();
        described.Should().BeEquivalentTo(mapped).And.OnlyHaveUniqueItems();
        mapped.Any(static m => m.Contains("/desk/", StringComparison.Ordinal)).Should().Be(withDesk);
    }

    [Fact]
    public async Task Names_each_operation_once_and_refers_only_to_what_it_has()
    {
        await using var site = await ApiSite.StartAsync();
        using var client = site.Browse().Client;

        var text = await client.GetStringAsync(Path);

        using var document = JsonDocument.Parse(text);
        var operations = document.RootElement.GetProperty("paths")
            .EnumerateObject()
            .SelectMany(static p => p.Value.EnumerateObject())
            .ToArray();
        operations.Select(static o => o.Value.GetProperty("operationId").GetString())
            .Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(50);
        foreach (var reference in References(document.RootElement))
        {
            Resolve(document.RootElement, reference).Should().BeTrue(because: reference);
        }
    }

    [Fact]
    public async Task Demands_no_member_of_a_comment_that_may_be_left_out()
    {
        await using var site = await ApiSite.StartAsync();
        using var client = site.Browse().Client;

        var document = await client.GetFromJsonAsync<JsonElement>(Path);

        var schema = document.GetProperty("components").GetProperty("schemas").GetProperty("NewComment");
        schema.TryGetProperty("required", out _).Should().BeFalse();
        schema.GetProperty("properties").EnumerateObject().Select(static p => p.Name).Should().Contain(["body", "parentId", "url"]);
    }

    [Fact]
    public async Task Describes_the_json_as_it_is()
    {
        await using var site = await Site.StartAsync();
        using var client = site.Browse().Client;

        var schemas = (await client.GetFromJsonAsync<JsonElement>(Path)).GetProperty("components").GetProperty("schemas");

        var comment = schemas.GetProperty("NewComment");
        comment.GetProperty("additionalProperties").GetBoolean().Should().BeFalse();
        comment.GetProperty("properties").GetProperty("email").GetRawText().Should().Be("""{"type":["string","null"]}""");
        var node = schemas.GetProperty("Node");
        node.GetProperty("properties").GetProperty("id").GetProperty("pattern").GetString().Should().Be("^[0-9a-f]{32}$");
        node.GetProperty("properties").GetProperty("replies").GetProperty("items").GetProperty("$ref").GetString()
            .Should().Be("#/components/schemas/Node");
        node.GetProperty("properties").GetProperty("comment").GetRawText()
            .Should().Contain("oneOf").And.Contain("#/components/schemas/Comment");
    }

    [Fact]
    public async Task Has_one_type_for_each_enumeration_and_knows_what_is_in_every_list()
    {
        await using var site = await ApiSite.StartAsync();
        using var client = site.Browse().Client;

        var document = await client.GetFromJsonAsync<JsonElement>(Path);

        var schemas = document.GetProperty("components").GetProperty("schemas");
        var enumerations = schemas.EnumerateObject().Where(static s => s.Value.TryGetProperty("enum", out _)).ToArray();
        Nodes(document).Count(static n => n.TryGetProperty("enum", out var names) && names.ValueKind is JsonValueKind.Array)
            .Should().Be(enumerations.Length);
        enumerations.Select(static e => e.Value.GetProperty("enum").GetRawText()).Should().OnlyHaveUniqueItems();
        schemas.GetProperty("PostStatus").GetRawText()
            .Should().Be("""{"type":"string","enum":["draft","pending-review","scheduled","published","private","archived"]}""");
        schemas.GetProperty("DeskPost").GetProperty("properties").GetProperty("status").GetRawText()
            .Should().Be("""{"$ref":"#/components/schemas/PostStatus"}""");
        schemas.GetProperty("LogEntry").GetProperty("properties").GetProperty("from").GetRawText()
            .Should().Be("""{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/CommentStatus"}]}""");
        Nodes(document).Where(static n => n.TryGetProperty("type", out var type)
            && type.GetRawText().Contains("\"array\"", StringComparison.Ordinal)
            && !n.TryGetProperty("items", out _))
            .Should().BeEmpty();
    }

    [Fact]
    public async Task Is_not_sent_again_to_whoever_has_it()
    {
        await using var site = await Site.StartAsync();
        using var client = site.Browse().Client;
        var tag = (await client.GetAsync(Path)).Headers.ETag!;

        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.IfNoneMatch.Add(tag);

        (await client.SendAsync(request)).StatusCode.Should().Be(System.Net.HttpStatusCode.NotModified);
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static m => Nodes(m.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Nodes),
        _ => [],
    };

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object =>
            element.EnumerateObject().SelectMany(static m => m.Name == "$ref" ? [m.Value.GetString()!] : References(m.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static bool Resolve(JsonElement root, string reference)
    {
        foreach (var part in reference.TrimStart('#', '/').Split('/'))
        {
            if (!root.TryGetProperty(part, out root))
            {
                return false;
            }
        }

        return true;
    }
}
