using System.Net;
using AngleSharp;
using AngleSharp.Dom;

namespace BlogKit.Samples.Web.Tests;

internal static class Html
{
    /// <summary>Reads a page that must be there.</summary>
    public static async Task<IDocument> ReadAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        response.StatusCode.Should().Be(HttpStatusCode.OK, "{0} is a page", path);
        return await ReadAsync(response);
    }

    public static async Task<IDocument> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(
            answer => answer.Content(text).Address(response.RequestMessage!.RequestUri!));
    }

    /// <summary>The text with white space collapsed, as it is seen.</summary>
    public static string Seen(this INode node) =>
        string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
