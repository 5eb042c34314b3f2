using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Immutable;
using BlogKit.Internal;
using BlogKit.Moderation;
using BlogKit.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenAI;

namespace BlogKit.AI.Tests;

/// <summary>The policies, with OpenAI's own client talking to the stand-in.</summary>
internal sealed class Bench : IAsyncDisposable
{
    public const string PostBody =
        "Bees dance to tell the hive where flowers are. The dance is called the waggle dance and shows direction and distance.";

    private static readonly PostId s_post = new(Guid.Parse("019503a0-0000-7000-8000-000000000001"));
    private static readonly BlogId s_blog = new(Guid.Parse("019503a0-0000-7000-8000-000000000002"));

    private readonly ServiceProvider _services;

    private Bench(ServiceProvider services, ModelServer server, JumpingClock clock) =>
        (_services, Server, Clock) = (services, server, clock);

    public ModelServer Server { get; }

    public JumpingClock Clock { get; }

    public AITopicPolicy Topic => _services.GetRequiredService<AITopicPolicy>();

    public AIAbusePolicy Abuse => _services.GetRequiredService<AIAbusePolicy>();

    public AIEmbeddingTopicPolicy Embedding => _services.GetRequiredService<AIEmbeddingTopicPolicy>();

    public AIModerationOptions Options => _services.GetRequiredService<IOptions<AIModerationOptions>>().Value;

    public AIGate Gate => _services.GetRequiredService<AIGate>();

    public static async Task<Bench> StartAsync(Action<AIModerationOptions>? configure = null, Func<IChatClient, IChatClient>? wrap = null)
    {
        var server = await ModelServer.StartAsync();
        var clock = new JumpingClock();
        var client = new OpenAIClient(new ApiKeyCredential("test"), new OpenAIClientOptions
        {
            Endpoint = server.Address,
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        });
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        var chat = client.GetChatClient("gpt-test").AsIChatClient();
        services.AddSingleton(wrap?.Invoke(chat) ?? chat);
        services.AddSingleton(client.GetEmbeddingClient("embed-test").AsIEmbeddingGenerator());
        services.AddBlogKit().UseInMemory().AddAIModeration(options =>
        {
            options.Timeout = TimeSpan.FromSeconds(60);
            configure?.Invoke(options);
        });
        return new Bench(services.BuildServiceProvider(), server, clock);
    }

    public static ModerationContext Context(
        string text = "What a lovely dance.",
        string? parent = null,
        long postVersion = 1,
        ModerationSensitivity sensitivity = ModerationSensitivity.Normal,
        ImmutableArray<string> links = default,
        params ImmutableArray<string> conversation)
    {
        var id = new CommentId(Guid.CreateVersion7());
        var context = RuleContext.Of(
            text,
            name: "Gustav Geheim",
            email: "gustav@secret.example",
            url: "https://gustav.example/",
            address: "203.0.113.77",
            agent: "SecretBrowser/1.0",
            facts: new ModerationFacts
            {
                Post = new PostText("How bees dance", PostBody, ["Bees", "Dance"], postVersion),
                Conversation = [.. conversation.Select(said => new ConversationComment
                {
                    Id = new CommentId(Guid.CreateVersion7()),
                    ParentId = null,
                    Name = "Petra Privat",
                    ByAuthor = false,
                    PlainText = said,
                })],
            });
        return context with
        {
            Comment = context.Comment with { Id = id, RootId = id },
            Post = context.Post with { Title = "How bees dance", Comments = new CommentSettings { Sensitivity = sensitivity } },
            Parent = parent is null ? null : RuleContext.Parent(parent, "Petra Privat"),
            Links = links.IsDefault ? [] : links,
        };
    }

    public async Task<(ModerationFinding? Topic, ModerationFinding? Abuse)> JudgeAsync(
        ModerationContext context, CancellationToken cancellationToken = default)
    {
        var topic = Topic.EvaluateAsync(context, cancellationToken).AsTask();
        var abuse = Abuse.EvaluateAsync(context, cancellationToken).AsTask();
        await Task.WhenAll(topic, abuse);
        return (await topic, await abuse);
    }

    public async Task<ModerationFinding?> CompareAsync(ModerationContext context) =>
        await Embedding.EvaluateAsync(context, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
