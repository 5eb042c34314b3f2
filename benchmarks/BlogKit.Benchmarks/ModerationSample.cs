using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BlogKit.Moderation;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Benchmarks;

/// <summary>
/// Comments of 300 characters in their contexts: a post of a thousand words, a conversation of fifty comments, windows that have room.
/// </summary>
public static class ModerationSample
{
    public const int Comments = 64;

    private static readonly string[] s_words =
    [
        "honey", "hive", "swarm", "queen", "frame", "smoker", "clover", "nectar", "pollen", "winter", "spring", "mite", "brood", "drone",
        "wax", "comb", "the", "a", "of", "and", "in", "to", "with", "my", "we", "they", "was", "is", "are", "not", "very", "often", "keep",
        "found", "looked", "bought", "neighbour", "garden", "sugar", "cellar", "october", "morning", "weigh", "lift", "cover", "cold",
        "warm", "early", "late", "three",
    ];

    public static ImmutableArray<ModerationContext> Contexts()
    {
        var random = new Random(20260301);
        var blogId = new BlogId(Guid.CreateVersion7());
        var post = new PostFacts
        {
            Id = new PostId(Guid.CreateVersion7()),
            BlogId = blogId,
            Slug = Slug.From("what the hive says"),
            Title = "What the hive says in October",
            Status = PostStatus.Published,
            Visibility = PostVisibility.Public,
            PublishedAt = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
            Comments = new CommentSettings(),
            AuthorIds = [],
            ShownComments = 50,
        };
        var text = new PostText(post.Title, Text(random, 6_000), ["bees", "autumn"], 1);
        ImmutableArray<ConversationComment> conversation =
        [
            .. Enumerable.Range(0, 50).Select(i => new ConversationComment
            {
                Id = new CommentId(Guid.CreateVersion7()),
                ParentId = null,
                Name = "Guest " + i.ToString(CultureInfo.InvariantCulture),
                ByAuthor = false,
                PlainText = Text(random, 300),
            }),
        ];
        return [.. Enumerable.Range(0, Comments).Select(_ => Context(post, text, conversation, Text(random, 300)))];
    }

    public static ServiceProvider Services(Action<ModerationOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddBlogKit().AddModeration(configure).UseInMemory();
        return services.BuildServiceProvider();
    }

    /// <summary>A word, a word with an open end and a host that are not welcome.</summary>
    public static void BlockSome(ModerationOptions options)
    {
        var entries = options.GetPolicy<BlockListPolicyOptions>().Entries;
        entries.Add("buy cheap pills");
        entries.Add("casino*");
        entries.Add("domain:spam.example");
    }

    /// <summary>The context with a text of its own, so that nothing computed from it before is used again.</summary>
    public static ModerationContext Anew(ModerationContext context) =>
        context with { Comment = context.Comment with { PlainText = new string(context.Comment.PlainText.AsSpan()) } };

    /// <summary>
    /// Teaches a hundred comments like those that are judged, and a hundred advertisements: what is judged is harmless, as most comments
    /// are.
    /// </summary>
    public static async Task TeachAsync(IServiceProvider services, BlogId blogId)
    {
        var taught = await services.GetRequiredService<LearningService>().TrainAsync(blogId, Lessons());
        if (!taught.Succeeded)
        {
            throw new InvalidOperationException(taught.Error.Message);
        }
    }

    private static async IAsyncEnumerable<LabelledCase> Lessons()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            await Task.CompletedTask;
            yield return i % 2 == 0
                ? new LabelledCase(
                    string.Create(CultureInfo.InvariantCulture, $"Cheap pills number {i}, subscribe to my channel http://pills{i}.example"),
                    true)
                : new LabelledCase(Text(random, 300), false);
        }
    }

    private static string Text(Random random, int length)
    {
        var text = new StringBuilder(length + 16);
        while (text.Length < length)
        {
            text.Append(s_words[random.Next(s_words.Length)]).Append(random.Next(12) == 0 ? ". " : " ");
        }

        return text.ToString(0, length);
    }

    private static ModerationContext Context(
        PostFacts post, PostText text, ImmutableArray<ConversationComment> conversation, string comment)
    {
        var id = new CommentId(Guid.CreateVersion7());
        var now = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
        return new ModerationContext
        {
            Comment = new Comment
            {
                Id = id,
                BlogId = post.BlogId,
                PostId = post.Id,
                RootId = id,
                By = new Commenter { Name = "Bea Keeper", Email = "bea@hive.example", Url = new Uri("https://hive.example/") },
                Markdown = comment,
                Html = "",
                PlainText = comment,
                RendererVersion = 1,
                Decision = new ModerationDecision { Outcome = ModerationOutcome.Hold, Findings = [], DecidedAt = now },
                RemoteAddress = "192.0.2.7",
                UserAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                CreatedAt = now,
            },
            Post = post,
            Parent = null,
            History = new CommenterHistory { Approved = 3 },
            Links = [],
            Actor = Actor.Anonymous,
            Facts = new ModerationFacts { Post = text, Conversation = conversation },
            Form = new FormFacts(false, FormTokenState.Valid, TimeSpan.FromMinutes(2)),
        };
    }
}
