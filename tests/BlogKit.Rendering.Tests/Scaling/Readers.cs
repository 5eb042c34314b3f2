using BlogKit.Internal;

namespace BlogKit.Rendering.Tests.Scaling;

/// <summary>
/// Every parser and renderer of the core that reads what strangers or authors write. Put a new one here: it is then held to linear time with every opener.
/// Called by reflection in the counting copy of these tests.
/// </summary>
public static class Readers
{
    private static readonly MarkdigRenderer Renderer = new(new RenderingOptions());

    private static readonly CommentRendering Thread = new()
    {
        Participants = [.. Enumerable.Range(0, 40).Select(i => new ThreadParticipant(i == 0 ? "Ann" : $"Guest {new string('x', i)}", default))],
    };

    private static readonly Dictionary<string, Action<string>> All = new(StringComparer.Ordinal)
    {
        ["comment"] = static text => Renderer.RenderComment(text, Thread),
        ["post"] = static text => Renderer.RenderPost(text, new PostRendering()),
        ["post with HTML"] = static text => Renderer.RenderPost(text, new PostRendering { AllowRawHtml = true, Language = "fr" }),
        ["text of HTML"] = static text => HtmlText.Of(text),
        ["words"] = static text => WordCounter.Count(text),
        ["input"] = static text => InputText.Clean(text),
        ["plain paragraphs"] = static text => PlainParagraphs.ToHtml(text),
        ["match text"] = static text => MatchText.Of(text),
        ["links in text"] = static text => LinkScanner.Find(text, 100),
        ["shingles"] = static text => Shingles.Of(text),
        ["shape of text"] = static text => TextShape.Of(text),
        ["folded text"] = static text => new FoldedText(text),
        ["slug"] = static text => Slug.From(text),
    };

    public static IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>How many steps the reader takes for the text.</summary>
    public static long Run(string reader, string text)
    {
        var before = Steps.Count;
        All[reader](text);
        return Steps.Count - before;
    }
}
