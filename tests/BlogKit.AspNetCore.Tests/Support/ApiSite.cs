using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using BlogKit.Moderation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A site whose desk is guarded by the blog's own roles, and what programs do there.</summary>
internal static class ApiSite
{
    public const string Owner = Site.AuthorUser + "|Ada Keeper";

    public static Task<Site> StartAsync(
        HoldMode hold = HoldMode.None,
        Action<BlogKitBuilder>? builder = null,
        Action<WebApplication>? map = null,
        Action<BlogKitWebOptions>? web = null) => Site.StartAsync(
        hold,
        builder: kit =>
        {
            kit.AddDeskPolicies();
            kit.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, NobodyHandler>("Test", null);
            builder?.Invoke(kit);
        },
        map: map ?? Map,
        web: web);

    public static void Map(WebApplication app)
    {
        app.UseAuthorization();
        app.MapBlogKit("/blog");
    }

    public static async Task<HttpResponseMessage> SendAsync(
        this HttpClient client,
        string method,
        string path,
        string? json = null,
        string? match = null,
        string? key = null,
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        if (match is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", match);
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request);
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response, int status = 200)
    {
        ((int)response.StatusCode).Should().Be(status, because: await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage response, int status)
    {
        ((int)response.StatusCode).Should().Be(status, because: await response.Content.ReadAsStringAsync());
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static string Tag(this HttpResponseMessage response) => response.Headers.ETag!.ToString();
}
