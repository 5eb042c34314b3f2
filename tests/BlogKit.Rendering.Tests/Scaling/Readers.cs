using BlogKit.Internal;
using BlogKit.Moderation;
using BlogKit.Moderation.Internal;
using BlogKit.Storage;
using BlogKit.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlogKit.Rendering.Tests.Scaling;

/// <summary>
/// Every parser and renderer of the core that reads what strangers or authors write. Put a new one here: it is then held to linear time
/// with every opener. Called by reflection in the counting copy of these tests.
/// </summary>
public static class Readers
{
    private static readonly MarkdigRenderer Renderer = new(new RenderingOptions());

    private static readonly CommentRendering Thread = new()
    {
        Participants = [.. Enumerable.Range(0, 40).Select(
            i => new ThreadParticipant(i == 0 ? "Ann" : $"Guest {new string('x', i)}", default))],
    };

    private static readonly BlockListPolicyOptions Blocked = new()
    {
        Entries =
        {
            "cas*no", "*spam*", "buy now", "a*", "*a b*", "name:x*", "name:*n*", "domain:*.example", "email:*@b.example", "agent:*bot*",
            "ip:192.0.2.0/24", "漢",
        },
    };

    private static readonly IModerationPolicy[] Policies =
    [
        new AllowListPolicy(
            new AllowListPolicyOptions { Entries = { "domain:*.example", "email:*@b.example" } },
            TimeProvider.System,
            NullLogger<AllowListPolicy>.Instance),
        new BanPolicy(new BanPolicyOptions()),
        new BlockListPolicy(Blocked, TimeProvider.System, NullLogger<BlockListPolicy>.Instance),
        new ClosedTopicsPolicy(
            new ClosedTopicsPolicyOptions { Topics = { new ClosedTopicOptions { Name = "a", Terms = { "a", "a b", "cas*no" } } } }),
        new DisposableEmailPolicy(new DisposableEmailPolicyOptions()),
        new DuplicatePolicy(new DuplicatePolicyOptions()),
        new FloodPolicy(new FloodPolicyOptions()),
        new FormPolicy(new FormPolicyOptions()),
        new HoldAllPolicy(),
        new HoldFirstPolicy(),
        new LinkPolicy(new LinkPolicyOptions()),
        new OffTopicPolicy(new OffTopicPolicyOptions()),
        new OffensivePolicy(new OffensivePolicyOptions()),
        new OldPostPolicy(new OldPostPolicyOptions()),
        new TextShapePolicy(new TextShapePolicyOptions()),
        new TrustPolicy(new TrustPolicyOptions()),
    ];

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
        ["words to search for"] = static text => SearchWords.Read(text),
        ["index of words"] = static text => SearchWords.Join(text),
        ["snippet"] = static text => Snippet.CutAround(text, SearchPhrase.From(
            [new SearchTerm(text, IsPrefix: true), new SearchTerm("a", IsPrefix: true), new SearchTerm("a a", IsPrefix: true)]), 30),
        ["slug"] = static text => Slug.From(text),
        ["fingerprints"] = static text => MinHash.Of(Shingles.Of(text)),
        ["features"] = static text => new FeatureWorkspace(text.Length).Read(text, 18),
        ["topic words"] = static text => TopicText.For("de").Read(text, [], text.Length),
        ["block list"] = static text => CompiledList.Compile(
            text.Split(' ').Select(static (word, i) => new ListLine(word, i.ToString(System.Globalization.CultureInfo.InvariantCulture))),
            ListKinds.Any,
            []),
        ["search"] = static text => SearchTerms.Read(text),
        ["cursor"] = static text => _ = CursorText.TryRead(text, out PostCursor? _) || CursorText.TryRead(text, ThreadSort.Best, out _)
            || CursorText.TryReadReplies(text, out _, out _)
            || CursorText.TryRead(text, out CommentId _) || CursorText.TryRead(text, QueueOrder.Newest, out _)
            || CursorText.TryReadPosition(text, out _) || CursorText.TryReadSkip(text, out _),
        ["ban key"] = static text => BanKeys.Read("email:" + text),
        ["name"] = static text => NameKey.From(text),
    };

    static Readers()
    {
        foreach (var policy in Policies)
        {
            All.Add(policy.GetType().Name, text => Judge(policy, text));
        }
    }

    public static IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>How many steps the reader takes for the text.</summary>
    public static long Run(string reader, string text)
    {
        var before = Steps.Count;
        All[reader](text);
        return Steps.Count - before;
    }

    // The text is the comment, its source and whatever else of it strangers write.
    private static void Judge(IModerationPolicy policy, string text)
    {
        var judged = policy.EvaluateAsync(
            RuleContext.Of(
                text,
                name: text,
                email: text + "@b.example",
                agent: text,
                links: [.. (LinkScanner.Find(text, 100) ?? []).Select(static link => $"https://{link.Host}/")]),
            CancellationToken.None);
        if (!judged.IsCompleted)
        {
            throw new InvalidOperationException($"{policy.Name} waits for something: its steps are not counted.");
        }
    }
}
