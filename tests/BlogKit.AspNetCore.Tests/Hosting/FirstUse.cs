using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore.Tests.Hosting;

/// <summary>What a host has made when it has started, and what it has made when somebody has asked for it; by names.</summary>
internal static class FirstUse
{
    public static async Task<(string[] Started, string[] Asked)> OfJsonTypesAsync()
    {
        await using var site = await Site.StartAsync(desk: true);
        var started = JsonTypes();
        (await site.Browse().GetAsync("/api/blog/posts")).Status.Should().Be(System.Net.HttpStatusCode.OK);
        return (started, JsonTypes());
    }

    public static async Task<(string[] Started, string[] Asked)> OfCompressedAssetsAsync()
    {
        await using var site = await Site.StartAsync(desk: true);
        var started = CompressedAssets();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/blog/assets/{WebAssets.DeskScript.FileName}");
        request.Headers.Add("Accept-Encoding", "br");
        using var response = await site.Browse().Client.SendAsync(request);
        response.Content.Headers.ContentEncoding.Should().Equal("br");
        return (started, CompressedAssets());
    }

    private static string[] JsonTypes() =>
    [
        .. typeof(ApiJson).GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Where(static field => typeof(JsonTypeInfo).IsAssignableFrom(field.FieldType) && field.GetValue(ApiJson.Default) is not null)
            .Select(static field => field.FieldType.GenericTypeArguments[0].Name),
    ];

    private static string[] CompressedAssets()
    {
        var compressed = typeof(WebAsset).GetField("_compressed", BindingFlags.Instance | BindingFlags.NonPublic)!;
        return
        [
            .. typeof(WebAssets).GetProperties()
                .Select(static property => property.GetValue(null))
                .OfType<WebAsset>()
                .Where(asset => ((Lazy<byte[]>)compressed.GetValue(asset)!).IsValueCreated)
                .Select(static asset => asset.Name),
        ];
    }
}
