extern alias web;

using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using BlogKit.AspNetCore.Internal;
using BlogKit.OpenWeb.Internal;
using BlogKit.Rendering.Tests.Scaling;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ImageHeader = BlogKit.Internal.ImageHeader;
using MomentText = web::BlogKit.Internal.MomentText;
using OriginalName = BlogKit.Internal.OriginalName;
using PicturePrivacy = BlogKit.Internal.PicturePrivacy;
using XmlCharacters = web::BlogKit.Internal.XmlCharacters;

namespace BlogKit.AspNetCore.Tests;

/// <summary>
/// Everything of the web that reads what strangers, programs or authors send. Put a new one here: it is then held to linear time with every
/// opener. Called by reflection in the counting copy of these tests. What the framework does inside is counted by what it allocates.
/// </summary>
public static class WebReaders
{
    private const int BytesPerStep = 32;
    private static readonly Uri Page = new("https://elsewhere.example/note");
    private static readonly Uri Target = new("https://blog.example/post");

    private static readonly Dictionary<string, Action<string>> All = new(StringComparer.Ordinal)
    {
        ["XML-RPC"] = static text => Try(() => XmlRpcCall.Read(Bytes(text))),
        ["XML-RPC value"] = static text => Try(() => XmlRpcCall.Read(
            Bytes($"<methodCall><methodName>a</methodName><params><param><value>{text}</value></param></params></methodCall>"))),
        ["XML-RPC text"] = static text => Try(() => XmlRpcCall.Read(Bytes(
            $"<methodCall><methodName>a</methodName><params><param><value>{System.Security.SecurityElement.Escape(text)}</value></param></params></methodCall>"))),
        ["XML-RPC start"] = static text => Try(
            () => XmlRpcCall.ReadStart(Bytes($"<methodCall><methodName>a</methodName><params><param>{text}"), static _ => 3)),
        ["Link header"] = static text => LinkHeader.Read(text).Count(),
        ["moment"] = static text => MomentText.TryRead(text, out _),
        ["page of a mention"] = static text => Mention(text, $"<div class=h-entry><a href={Target}>x</a>{text}</div>"),
        ["links of a mention"] = static text => Mention(text, text + $"<a href={Target}>x</a>"),
        ["comparison with nothing"] = static text => TextDiffer.Compare(text, ""),
        ["comparison"] = static text => TextDiffer.Compare(text, text.Replace('a', 'b') + text),
        ["pictures without words"] = static text => MarkdownPictures.CountWithoutAlternative(text),
        ["pictures of a program"] = static text => EditorPictures.Split(new PostText(text, PostFormat.Markdown)),
        ["pictures of a program in HTML"] = static text => EditorPictures.Split(new PostText(text, PostFormat.Html)),
        ["marker of an excerpt"] = static text => MoreMark.Split(text),
        ["marker of an excerpt in HTML"] = static text => MoreMark.IsIn(text),
        ["HTML of a program"] = static text => ProgramHtml.Line(ProgramHtml.Body(text)),
        ["addresses in HTML"] = static text => AbsoluteUrls.In(text, Page),
        ["fragments in HTML"] = static text => FragmentLinks.In(text, "/blog/post"),
        ["tags of a page"] = static text => HtmlTags.Read(text).Count(),
        ["description"] = static text => ShortText.Description(text),
        ["text in XML"] = static text => XmlCharacters.Legal(text),
        ["way back"] = static text => ReturnPath.Read("/" + text),
        ["scope of the queue"] = static text => QueueScope.Read(
            new QueryCollection(new Dictionary<string, StringValues> { ["status"] = text, ["policy"] = text })),
        ["Micropub form"] = static text => MicropubRequest.Read(new FormCollection(new Dictionary<string, StringValues>
        {
            ["content"] = text,
            ["category[]"] = text.Split('a'),
            ["photo[0][alt]"] = text.Split('a'),
        })),
        ["Micropub JSON"] = static text => Micropub(text),
        ["Micropub properties"] = static text => Micropub($$"""{"type":["h-entry"],"properties":{ {{text}} "content":["a"]} }"""),
        ["Micropub changes"] = static text => Micropub(
            $$"""{"action":"update","url":"a","add":{ {{text}} "content":["a"]},"delete":{ {{text}} "content":["a"]} }"""),
        ["API JSON"] = static text => Operations(text),
        ["API members"] = static text => Operations($$"""{ {{text}} "title":"a","markdown":"b","body":"c"}"""),
        ["API lists"] = static text => Operations($$"""{"title":"a","markdown":"b","tags":[{{text}} "a"],"comments":[{{text}} "a"]}"""),
        ["original name of a file"] = static text => OriginalName.Clean(text),
        ["PNG"] = static text => Picture(Pictures.Png(), text),
        ["GIF"] = static text => Picture(Pictures.Gif()[..^1], text),
        ["JPEG"] = static text => Picture([0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 17, 0], text),
        ["WebP"] = static text => Picture(Pictures.WebP(), text),
        ["AVIF"] = static text => Picture([0, 0, 0, 24, .. "ftypavif"u8, 0, 0, 0, 0, .. "avifmiaf"u8], text),
    };

    public static IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>How many steps the reader takes for the text.</summary>
    public static long Run(string reader, string text)
    {
        var (steps, bytes) = (Steps.Count, GC.GetAllocatedBytesForCurrentThread());
        All[reader](text);
        return Steps.Count - steps + ((GC.GetAllocatedBytesForCurrentThread() - bytes) / BytesPerStep);
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    // What is refused costs no more than what is taken.
    private static void Try(Action read)
    {
        try
        {
            read();
        }
        catch (Exception fault) when (fault is XmlRpcFaultException or JsonException or FetchException)
        {
            _ = fault.Message;
        }
    }

    private static void Mention(string text, string html) => Try(() =>
    {
        using var document = ForeignHtml.ParseAsync(html, CancellationToken.None).GetAwaiter().GetResult();
        MentionReader.Read(document, Page, Target);
        _ = MentionReader.Links(document, Page).Count();
        MentionReader.FindEndpointAsync(
            new FetchedPage(Page, HttpStatusCode.OK, "text/html", text) { Links = [text] },
            CancellationToken.None).GetAwaiter().GetResult();
    });

    private static void Micropub(string json) => Try(() =>
    {
        using var document = JsonDocument.Parse(json);
        var request = MicropubRequest.Read(document.RootElement);
        _ = request?.Ignored;
        _ = request?.SaysSomething;
    });

    private static void Operations(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        foreach (var operation in ApiOperations.For(withDesk: true).Where(
            static o => o.Id is "createPost" or "moderateMany" or "submitComment"))
        {
            Try(() => operation.ReadInput(body));
        }
    }

    private static void Picture(byte[] start, string text)
    {
        byte[] content = [.. start, .. Encoding.Latin1.GetBytes(text)];
        if (ImageHeader.Read(content) is { } header)
        {
            PicturePrivacy.Clean(content, header);
        }
    }

    /// <summary>An AVIF whose items are in as many parts, and whose data is in as many boxes, as there is room for.</summary>
    public static string ManyPlaces(int size)
    {
        var count = Math.Min(60_000, size / 24);
        var places = new StringBuilder(size);
        for (var i = 0; i < count; i++)
        {
            places.Append(Number(i)).Append(Number(1));
        }

        var kinds = Box("iinf", "\0\0\0\0\0\u0001" + Box("infe", "\u0002\0\0\0\0\u0001\0\0av01\0"));
        var items = Box("iloc", "\0\0\0\0\u0044\0\0\u0001\0\u0001\0\0" + (char)(count >> 8) + (char)(count & 0xFF) + places);
        return Box("meta", "\0\0\0\0" + kinds + items) + Proportion.Repeat(Box("mdat", ""), size - (count * 8));
    }

    private static string Box(string name, string content) => Number(content.Length + 8) + name + content;

    private static string Number(int value) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(char)(value >> 24)}{(char)((value >> 16) & 0xFF)}{(char)((value >> 8) & 0xFF)}{(char)(value & 0xFF)}");
}
