using BenchmarkDotNet.Attributes;
using BlogKit.Internal;
using Markdig;

namespace BlogKit.Benchmarks;

/// <summary>
/// What it costs to render comments safely, with links, mentions and plain text, against Markdig's own HTML of the same comments.
/// The promise: at most 1.2 times the time and the memory.
/// </summary>
[MemoryDiagnoser]
public class CommenterProfileBenchmarks
{
    private static readonly string[] Comments =
    [
        "Thank you for this! I have waited for somebody to say it out loud.",
        "I tried the second one **every day** for a month, and it works.\n\nNot at once, though: "
            + "the first week was awful :-(\nAfter that it got *much* easier.",
        "@Martha I think you are right, but see what he says about it:\n\n> Nobody is ever too busy.\n\nThat is not the same as having "
            + "time!!",
        "1. The first is true.\n2. The second is true on Mondays.\n3. The third... well.\n\nI would add a fourth: *sleep*. "
            + "There is a good text about it at https://example.org/sleep?from=blog and one [here](https://example.com/more \"more\").",
        "My code for this, if anyone wants it:\n\n```\nfor (var i = 0; i < 7; "
            + "i++)\n{\n    Console.WriteLine(statements[i]);\n}\n```\n\nUse `dotnet run` & wait.",
        "Great post <3 I sent it to my sister, my mother and my boss. The last one has not answered yet :)",
        "I do not agree. You write that \"everybody can\", and everybody can't: people with two jobs and three children don't choose how "
            + "they spend the evening. What would you tell them? That they should get up at five? They do get up at five.\n\nI liked the "
            + "first half a lot, and the picture, and I'd like to read what you would say about this in another post, "
            + "because I believe you've more to say than seven sentences.",
        "- bread\n- water\n- a good book\n  - or two\n\nThat's all I need",
    ];

    private readonly MarkdigRenderer _renderer = new MarkdigRenderer(new RenderingOptions());
    private readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();
    private readonly CommentRendering _rendering = new()
    {
        Participants =
        [
            new("Martha", CommentId.From(new Guid("019a0000-0000-7000-8000-000000000001"))),
            new("Jon Smith", CommentId.From(new Guid("019a0000-0000-7000-8000-000000000002"))),
        ],
    };

    [Benchmark(Baseline = true)]
    public int Markdig()
    {
        var length = 0;
        foreach (var comment in Comments)
        {
            length += Markdown.ToHtml(comment, _pipeline).Length;
        }

        return length;
    }

    [Benchmark]
    public int Commenter()
    {
        var length = 0;
        foreach (var comment in Comments)
        {
            length += _renderer.RenderComment(comment, _rendering).Html.Length;
        }

        return length;
    }
}
