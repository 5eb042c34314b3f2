using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A browser without JavaScript: keeps cookies, follows nothing by itself, sends forms as they stand in the page.</summary>
internal sealed class Browser : IDisposable
{
    /// <summary>The origin of a page that has nothing to do with this site.</summary>
    public const string ForeignOrigin = "https://elsewhere.example";

    /// <summary>Stands for the origin of the site itself, whose port nobody knows before.</summary>
    public const string OwnOrigin = "own";

    private readonly HttpClient _client;
    private Uri _here;

    public Browser(Uri address, string? user = null)
    {
        _here = address;
        Cookies = new CookieContainer();
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false, UseProxy = false })
        {
            BaseAddress = address,
        };
        if (user is not null)
        {
            _client.DefaultRequestHeaders.Add("X-User", user);
        }
    }

    public CookieContainer Cookies { get; }

    public HttpClient Client => _client;

    public async Task<WebPage> GetAsync(string path) => await ReadAsync(await _client.GetAsync(new Uri(_here, path)));

    /// <summary>Sends the page's comment form with some fields changed; null leaves a field out.</summary>
    public async Task<WebPage> CommentAsync(WebPage page, params (string Name, string? Value)[] changes) =>
        await SendAsync(page.Html.QuerySelector<IHtmlFormElement>("#respond form")!, changes);

    public async Task<WebPage> CommentAsync(string path, params (string Name, string? Value)[] changes) =>
        await CommentAsync(await GetAsync(path), changes);

    public async Task<WebPage> SendAsync(IHtmlFormElement form, params (string Name, string? Value)[] changes) =>
        await PostAsync(form.GetAttribute("action")!, Content(form, changes));

    /// <summary>What the form sends with some fields changed; null leaves a field out.</summary>
    public static FormUrlEncodedContent Content(IHtmlFormElement form, params (string Name, string? Value)[] changes)
    {
        var fields = Fields(form);
        foreach (var (name, value) in changes)
        {
            fields.Remove(name);
            if (value is not null)
            {
                fields[name] = value;
            }
        }

        return new FormUrlEncodedContent(fields);
    }

    /// <summary>
    /// Posts as a page of this site would: with the origin that browsers add; another to play a page of another site, null for a client
    /// that says nothing.
    /// </summary>
    public async Task<WebPage> PostAsync(string path, HttpContent content, string? origin = OwnOrigin, bool asScript = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin == OwnOrigin ? _client.BaseAddress!.GetLeftPart(UriPartial.Authority) : origin);
        }

        if (asScript)
        {
            request.Headers.Add("X-Requested-With", "fetch");
        }

        return await ReadAsync(await _client.SendAsync(request));
    }

    public async Task<WebPage> SendAsync(HttpRequestMessage request) => await ReadAsync(await _client.SendAsync(request));

    public async Task<WebPage> FollowAsync(WebPage redirect) => await GetAsync(redirect.Location!);

    public static Dictionary<string, string> Fields(IHtmlFormElement form)
    {
        var fields = new Dictionary<string, string>();
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox", IsChecked: false } or IHtmlButtonElement:
                    break;
                case IHtmlInputElement input:
                    fields[input.Name!] = input.Value;
                    break;
                case IHtmlTextAreaElement area:
                    fields[area.Name!] = area.Value;
                    break;
            }
        }

        return fields;
    }

    public void Dispose() => _client.Dispose();

    public async Task<WebPage> ReadAsync(HttpResponseMessage response)
    {
        // Links of a page are relative to it, whatever they look like.
        _here = response.RequestMessage!.RequestUri!;
        var text = await response.Content.ReadAsStringAsync();
        return new WebPage(response, text, await new HtmlParser().ParseDocumentAsync(text));
    }
}
