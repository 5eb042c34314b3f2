using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using BlogKit.Moderation;
using BlogKit.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.Samples.Console.Tests;

/// <summary>
/// A policy that knows of BlogKit what is public, and can do all that BlogKit's own can. This assembly sees nothing internal of the core.
/// </summary>
public sealed partial class ForeignPolicyTests : IAsyncDisposable
{
    private readonly List<ServiceProvider> _hosts = [];

    [Fact]
    public async Task It_is_bound_from_configuration_signed_and_explained()
    {
        var blog = await StartAsync(("SlowDown:Words:0", "casino"));

        var comment = (await blog.SubmitAsync("Come to my casino", "max")).Value.Comment;

        comment.Status.Should().Be(CommentStatus.Pending);
        comment.Decision.Explanation.Should().Be("It says 'casino'.");
        var finding = comment.Decision.Findings.Should().ContainSingle().Which;
        (finding.Policy, finding.PolicyVersion, finding.Code).Should().Be(("slow-down", "1-2-casino", "word"));
        finding.Evidence.Should().Equal(new FindingEvidence(EvidenceField.Text, 11, 6, "casino"));
    }

    [Fact]
    public async Task It_counts_and_refuses_with_a_code_of_its_own()
    {
        var blog = await StartAsync();
        await blog.SubmitAsync("One", "max");
        await blog.SubmitAsync("Two", "max");

        var third = (await blog.SubmitAsync("Three", "max")).Error;

        third.Should().BeEquivalentTo(
            new { Kind = ErrorKind.TooMany, Code = "slow-down", Message = "The comment was not taken. Please slow down." });
    }

    [Fact]
    public async Task It_remembers_texts_by_fingerprints()
    {
        var blog = await StartAsync();
        await blog.SubmitAsync("The very same", "max");

        var again = (await blog.SubmitAsync("the very SAME", "eva")).Value.Comment;

        again.Decision.Findings.Should().ContainSingle().Which.Code.Should().Be("said-before");
    }

    [Fact]
    public async Task It_has_values_of_its_own_in_presets()
    {
        var factory = (await StartAsync()).Services.GetRequiredService<PolicySetFactory>();

        using var relaxed = factory.Create("relaxed", Preset(ModerationPreset.Relaxed));
        using var strict = factory.Create("strict", Preset(ModerationPreset.Strict));

        relaxed.Policies.Select(static p => p.Name).Should().NotContain("slow-down");
        strict.Policies.Should().ContainSingle(static p => p.Name == "slow-down").Which.Version.Should().Be("1-1-");
    }

    [Fact]
    public async Task It_is_tried_in_a_shadow_with_options_of_its_own()
    {
        var blog = await StartAsync(("Shadow:sterner:Preset", "None"), ("Shadow:sterner:SlowDown:Words:0", "casino"));

        var comment = (await blog.SubmitAsync("Come to my casino", "max")).Value.Comment;

        comment.Status.Should().Be(CommentStatus.Approved);
        var shadow = (await blog.Services.GetRequiredService<IModerationLogStore>()
            .ListAsync(new LogQuery { BlogId = blog.Post.BlogId, Size = 5 }, CancellationToken.None))
            .SelectMany(static r => r.Shadows)
            .Single();
        (shadow.PolicySet, shadow.Decision.Outcome, shadow.Decision.Findings[0].Policy)
            .Should().Be(("sterner", ModerationOutcome.Hold, "slow-down"));
    }

    [Fact]
    public async Task It_is_backtested_by_its_name()
    {
        var blog = await StartAsync();
        await blog.SubmitAsync("Come to my casino", "max");
        var options = Preset(ModerationPreset.Strict);
        options.GetPolicy<SlowDownOptions>().Words.Add("casino");
        using var set = blog.Services.GetRequiredService<PolicySetFactory>().Create("tried", options);

        var report = (await blog.Services.GetRequiredService<BacktestService>().RunAsync(
            new BacktestRequest
            {
                BlogId = blog.Post.BlogId,
                Policies = [.. set.Policies.Where(static p => p.Name == "slow-down")],
            })).Value;

        var line = report.Policies.Should().ContainSingle().Which;
        (line.Policy, line.Version, line.Findings).Should().Be(("slow-down", "1-1-casino", 1));
    }

    [Fact]
    public async Task A_set_has_its_own_and_ends_it()
    {
        var blog = await StartAsync();
        var factory = blog.Services.GetRequiredService<PolicySetFactory>();
        var set = factory.Create("tried", Preset(ModerationPreset.None));
        var mine = set.Policies.OfType<SlowDownPolicy>().Single();

        set.Dispose();

        mine.Disposals.Should().Be(1);
        blog.Services.GetRequiredService<ModerationPolicies>().Live.Policies.OfType<SlowDownPolicy>().Single().Disposals.Should().Be(0);
    }

    [Fact]
    public async Task Its_options_are_part_of_the_version_of_a_set_and_are_shown_like_any_other()
    {
        var factory = (await StartAsync()).Services.GetRequiredService<PolicySetFactory>();
        var other = Preset(ModerationPreset.Standard);
        other.GetPolicy<SlowDownOptions>().Note = "changes no judgement";

        factory.Create("set", other).Version.Should().NotBe(factory.Create("set", Preset(ModerationPreset.Standard)).Version);
        factory.Policies.Single(static p => p.Name == "slow-down").FindSettings(other)!.Value.GetProperty("Note").GetString()
            .Should().Be("changes no judgement");
    }

    [Fact]
    public async Task What_its_options_cannot_be_is_named_by_its_key()
    {
        var act = () => StartAsync(("SlowDown:AtMost", "0"));

        (await act.Should().ThrowAsync<OptionsValidationException>()).WithMessage(
            "*BlogKit:Moderation:SlowDown:AtMost must be at least 1, not 0.*");
    }

    [Fact]
    public async Task Options_that_no_policy_has_are_refused()
    {
        var services = new ServiceCollection();
        services.AddBlogKit(static o => o.Moderation.GetPolicy<SlowDownOptions>().AtMost = 1).UseInMemory();
        await using var host = services.BuildServiceProvider();

        var act = () => host.PrepareBlogKitAsync();

        (await act.Should().ThrowAsync<OptionsValidationException>()).WithMessage(
            "*SlowDownOptions are set, but no policy that has them is registered.*");
    }

    [Fact]
    public void Names_sections_and_options_are_not_shared_and_the_same_again_changes_nothing()
    {
        var services = new ServiceCollection();
        var kit = services.AddBlogKit().AddModeration().UseInMemory();
        Add(kit, "slow-down");
        Add(kit, "slow-down");

        FluentActions.Invoking(() => Add(kit, "slower"))
            .Should().Throw<InvalidOperationException>().WithMessage("*'slow-down' (SlowDownPolicy)*");
        FluentActions.Invoking(() => kit.AddModerationPolicy<SlowDownPolicy, OtherOptions>("links", static (_, _) => { }))
            .Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => Add(kit, "Slow down")).Should().Throw<ArgumentException>().WithMessage("*'Slow down' does not*");
        services.Count(static s => s.ImplementationInstance is ModerationPolicyDescriptor { Name: "slow-down" }).Should().Be(1);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }
    }

    private static void Add(BlogKitBuilder kit, string name) =>
        kit.AddModerationPolicy<SlowDownPolicy, SlowDownOptions>(
            name, static (section, options) => section.Bind(options), static () => ForeignJson.Default.SlowDownOptions);

    private static PolicySetOptions Preset(ModerationPreset preset)
    {
        var options = new PolicySetOptions();
        options.UsePreset(preset);
        return options;
    }

    private async Task<Started> StartAsync(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings
                .Prepend(("Preset", "None"))
                .Select(static s => KeyValuePair.Create("Moderation:" + s.Item1, (string?)s.Item2))).Build();
        var services = new ServiceCollection();
        Add(services.AddBlogKit(configuration).AddModeration().UseInMemory(), "slow-down");
        var host = services.BuildServiceProvider();
        _hosts.Add(host);
        await host.PrepareBlogKitAsync();
        var blog = (await host.GetRequiredService<BlogService>().CreateAsync(new NewBlog("b", "Blog"), Actor.System)).Value;
        var author = (await host.GetRequiredService<AuthorService>().CreateAsync(
            new NewAuthor(blog.Id, "Ada") { Roles = BlogRoles.Editor }, Actor.System)).Value;
        var posts = host.GetRequiredService<PostService>();
        var draft = (await posts.CreateAsync(new NewPost(blog.Id, "A post", "Text."), Actor.Author(author))).Value;
        return new Started(host, (await posts.PublishAsync(blog.Id, draft.Id, Actor.Author(author), draft.Version)).Value);
    }

    private sealed record Started(IServiceProvider Services, Post Post)
    {
        public Task<Result<SubmittedComment>> SubmitAsync(string text, string writer) => Services.GetRequiredService<CommentService>()
            .SubmitAsync(new NewComment(Post.BlogId, Post.Id, text) { Name = writer, Email = $"{writer}@example.org" }, Actor.Anonymous);
    }

    public sealed class OtherOptions : ModerationPolicyOptions;

    public sealed class SlowDownOptions : ModerationPolicyOptions
    {
        public int AtMost { get; set; } = 2;

        public IList<string> Words { get; } = [];

        public string Note { get; set; } = "";

        public override void UsePreset(ModerationPreset preset)
        {
            Enabled = preset is not ModerationPreset.Relaxed;
            AtMost = preset is ModerationPreset.Strict ? 1 : AtMost;
        }

        public override void Check(string path, ICollection<string> failures)
        {
            if (AtMost < 1)
            {
                failures.Add($"{path}:AtMost must be at least 1, not {AtMost.ToString(CultureInfo.InvariantCulture)}.");
            }
        }
    }

    public sealed class SlowDownPolicy : IModerationPolicy, IDisposable
    {
        private readonly int _atMost;
        private readonly string[] _words;

        public SlowDownPolicy(SlowDownOptions options) => (_atMost, _words) = (options.AtMost, [.. options.Words]);

        public SlowDownPolicy(OtherOptions _) => (_atMost, _words) = (1, []);

        public int Disposals { get; private set; }

        public string Name => "slow-down";

        public string Version => string.Create(CultureInfo.InvariantCulture, $"1-{_atMost}-{string.Join(',', _words)}");

        public ModerationNeeds Needs => ModerationNeeds.Activity | ModerationNeeds.Similar;

        public ImmutableArray<ActivityLimit> GetLimits(Comment comment, DateTimeOffset now) => comment.By.HistoryKey is { } writer
            ? [new ActivityLimit(new ActivityWindow(ActivityScope.Writer, writer, now.AddHours(-1)), _atMost)]
            : [];

        public ImmutableArray<long> GetFingerprints(string plainText)
        {
            var sum = 17L;
            foreach (var letter in plainText.ToUpperInvariant())
            {
                sum = unchecked((sum * 31) + letter);
            }

            return [sum];
        }

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
        {
            if (context.Facts.FindCount(
                ActivityScope.Writer, context.Comment.By.HistoryKey, TimeSpan.FromHours(1), context.Comment.CreatedAt) >= _atMost)
            {
                return new(new ModerationFinding
                {
                    Code = "too-fast",
                    Reason = "That was too much.",
                    PublicReason = "Please slow down.",
                    Outcome = ModerationOutcome.Reject,
                    Refusal = new FindingRefusal(ErrorKind.TooMany, "slow-down"),
                });
            }

            if (context.Facts.Similar.Length > 0)
            {
                return new(
                    new ModerationFinding { Code = "said-before", Reason = "It was said before.", Outcome = ModerationOutcome.Hold });
            }

            var text = context.Comment.PlainText;
            var word = _words.FirstOrDefault(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
            return word is null ? default : new(new ModerationFinding
            {
                Code = "word",
                Reason = $"It says '{word}'.",
                Outcome = ModerationOutcome.Hold,
                Evidence = [new FindingEvidence(
                    EvidenceField.Text, text.IndexOf(word, StringComparison.OrdinalIgnoreCase), word.Length, word)],
            });
        }

        public void Dispose() => Disposals++;
    }

    [JsonSerializable(typeof(SlowDownOptions))]
    private sealed partial class ForeignJson : JsonSerializerContext;
}
