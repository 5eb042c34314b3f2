using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.Moderation.Tests;

public sealed class PresetTests
{
    [Theory]
    [InlineData("Relaxed", "Relaxed")]
    [InlineData("standard", "Standard")]
    [InlineData("Strict", "Strict")]
    [InlineData("HoldAll", "HoldAll")]
    [InlineData("None", "None")]
    public async Task A_preset_works_from_configuration_alone(string text, string name)
    {
        await using var services = Start($$"""{ "BlogKit": { "Moderation": { "Preset": "{{text}}" } } }""");

        services.GetRequiredService<ModerationPolicies>().Live.Name.Should().Be(name);
    }

    [Fact]
    public async Task Without_a_word_the_preset_is_standard()
    {
        await using var services = Start("{}");

        services.GetRequiredService<ModerationPolicies>().Live.Policies.Select(p => p.Name).Should()
            .Contain(["hold-first", "links", "duplicates", "flood", "form", "bans", "trust", "off-topic", "offensive", "learning"]);
    }

    [Fact]
    public async Task None_leaves_nothing_but_the_applications_own()
    {
        await using var services = Start(
            """{ "BlogKit": { "Moderation": { "Preset": "None" } } }""", b => b.AddModerationPolicy<HoldAllPolicy>());

        services.GetRequiredService<ModerationPolicies>().Live.Policies.Select(p => p.Name).Should().Equal("hold-all");
    }

    [Fact]
    public async Task A_single_option_changes_what_the_preset_says_whatever_their_order()
    {
        await using var services = Start(
            """{ "BlogKit": { "Moderation": { "Links": { "HoldAbove": 4 }, "Hold": "None", "Preset": "Strict", "Rules": { "Weights": { "links": 2 } } } } }""");
        var options = services.GetRequiredService<IOptions<BlogKitOptions>>().Value.Moderation;

        (options.GetPolicy<LinkPolicyOptions>().HoldAbove, options.GetPolicy<LinkPolicyOptions>().SpamAbove, options.Hold)
            .Should().Be((4, 5, HoldMode.None));
        options.Rules.Weights.Should().ContainKey("links").WhoseValue.Should().Be(2);
        options.Rules.HoldAt.Should().Be(0.6);
    }

    [Fact]
    public async Task A_tried_set_has_a_preset_and_options_of_its_own()
    {
        await using var services = Start(
            """{ "BlogKit": { "Moderation": { "Preset": "Relaxed", "Shadow": { "sterner": { "Links": { "HoldAbove": 0 }, "Preset": "Strict" } } } } }""");
        var moderation = services.GetRequiredService<IOptions<BlogKitOptions>>().Value.Moderation;

        var sterner = moderation.Shadow.Should().ContainKey("sterner").WhoseValue;
        (sterner.Preset, sterner.GetPolicy<LinkPolicyOptions>().HoldAbove, sterner.GetPolicy<LinkPolicyOptions>().SpamAbove)
            .Should().Be((ModerationPreset.Strict, 0, 5));
        services.GetRequiredService<ModerationPolicies>().Shadows.Select(s => s.Name).Should().Equal("sterner");
    }

    [Theory]
    [InlineData("Lenient")]
    [InlineData("7")]
    [InlineData("")]
    public async Task An_unknown_preset_is_refused_by_its_key(string preset)
    {
        await using var services = Start($$"""{ "BlogKit": { "Moderation": { "Preset": "{{preset}}" } } }""");

        var act = () => services.PrepareBlogKitAsync();

        (await act.Should().ThrowAsync<InvalidOperationException>()).WithMessage(
            "BlogKit:Moderation:Preset must be one of Standard, Relaxed, Strict, HoldAll, None*");
    }

    [Theory]
    [InlineData("""{ "Shadow": { "x": { "Rules": { "HoldAt": 0 } } } }""", "BlogKit:Moderation:Shadow:x:Rules:HoldAt")]
    [InlineData("""{ "Rules": { "HoldAt": 3, "SpamAt": 2 } }""", "BlogKit:Moderation:Rules")]
    [InlineData("""{ "Links": { "HoldAbove": -1 } }""", "BlogKit:Moderation:Links:HoldAbove")]
    [InlineData("""{ "Flags": { "HideAt": 0 } }""", "BlogKit:Moderation:Flags:HideAt")]
    [InlineData("""{ "Retention": { "SpamAge": "00:59:59" } }""", "BlogKit:Moderation:Retention:SpamAge")]
    [InlineData("""{ "FormTokens": { "Key": "c2hvcnQ=" } }""", "BlogKit:Moderation:FormTokens:Key")]
    public async Task A_bad_value_is_named_by_its_key(string moderation, string key)
    {
        await using var services = Start($$"""{ "BlogKit": { "Moderation": {{moderation}} } }""");

        var act = () => services.PrepareBlogKitAsync();

        (await act.Should().ThrowAsync<OptionsValidationException>()).WithMessage($"*{key}*");
    }

    [Fact]
    public void A_file_with_a_set_is_read_like_the_section_of_the_host()
    {
        using var services = Start("{}");
        var section = Json("""{ "Preset": "Relaxed", "Links": { "HoldAbove": 1 } }""");

        var set = services.GetRequiredService<PolicySetFactory>().Create("tried", section);

        set.Policies.Select(p => p.Name).Should().Contain("links").And.NotContain("off-topic");
        set.Version.Should().StartWith("tried@");
    }

    [Fact]
    public void Presets_differ_in_their_versions()
    {
        using var services = Start("{}");
        var factory = services.GetRequiredService<PolicySetFactory>();

        var versions = Enum.GetValues<ModerationPreset>().Select(preset =>
        {
            var options = new PolicySetOptions();
            options.UsePreset(preset);
            return factory.Create("set", options).Version;
        });

        versions.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Standard_is_stricter_than_relaxed_and_strict_than_standard_wherever_the_documents_say_so()
    {
        var (relaxed, standard, strict) = (Of(ModerationPreset.Relaxed), Of(ModerationPreset.Standard), Of(ModerationPreset.Strict));

        // docs/moderation/presets.md, row by row: what each preset asks for, the lower the stricter for limits, the higher the stricter for
        // outcomes.
        (relaxed.Hold, standard.Hold, strict.Hold).Should().Be((HoldMode.None, HoldMode.FirstComment, HoldMode.FirstComment));
        Falling(
            relaxed.GetPolicy<LinkPolicyOptions>().HoldAbove ?? 99,
            standard.GetPolicy<LinkPolicyOptions>().HoldAbove ?? 99,
            strict.GetPolicy<LinkPolicyOptions>().HoldAbove ?? 99);
        Falling(
            relaxed.GetPolicy<LinkPolicyOptions>().SpamAbove ?? 99,
            standard.GetPolicy<LinkPolicyOptions>().SpamAbove ?? 99,
            strict.GetPolicy<LinkPolicyOptions>().SpamAbove ?? 99);
        (
            relaxed.GetPolicy<TextShapePolicyOptions>().Enabled,
            standard.GetPolicy<TextShapePolicyOptions>().Enabled,
            strict.GetPolicy<TextShapePolicyOptions>().Enabled)
            .Should().Be((false, true, true));
        (
            relaxed.GetPolicy<DisposableEmailPolicyOptions>().Enabled,
            standard.GetPolicy<DisposableEmailPolicyOptions>().Outcome,
            strict.GetPolicy<DisposableEmailPolicyOptions>().Outcome)
            .Should().Be((false, ModerationOutcome.Hold, ModerationOutcome.Spam));
        (standard.GetPolicy<TrustPolicyOptions>().KnownFrom, strict.GetPolicy<TrustPolicyOptions>().KnownFrom).Should().Be((0, 3));
        relaxed.GetPolicy<OldPostPolicyOptions>().Enabled.Should().BeFalse();
        strict.GetPolicy<OldPostPolicyOptions>().Age.Should().BeLessThan(standard.GetPolicy<OldPostPolicyOptions>().Age);
        (
            relaxed.GetPolicy<OffensivePolicyOptions>().MildTargeted,
            relaxed.GetPolicy<OffensivePolicyOptions>().StrongTargeted,
            relaxed.GetPolicy<OffensivePolicyOptions>().Slur,
            relaxed.GetPolicy<OffensivePolicyOptions>().Hatred,
            relaxed.GetPolicy<OffensivePolicyOptions>().Threat)
            .Should().Be((
                ModerationOutcome.Approve,
                ModerationOutcome.Approve,
                ModerationOutcome.Hold,
                ModerationOutcome.Hold,
                ModerationOutcome.Hold));
        (
            standard.GetPolicy<OffensivePolicyOptions>().MildTargeted,
            standard.GetPolicy<OffensivePolicyOptions>().Untargeted,
            strict.GetPolicy<OffensivePolicyOptions>().Untargeted)
            .Should().Be((ModerationOutcome.Hold, ModerationOutcome.Approve, ModerationOutcome.Hold));
        relaxed.GetPolicy<OffTopicPolicyOptions>().Enabled.Should().BeFalse();
        strict.GetPolicy<OffTopicPolicyOptions>().OffTopicAt.Should().BeLessThan(standard.GetPolicy<OffTopicPolicyOptions>().OffTopicAt);
        strict.GetPolicy<OffTopicPolicyOptions>().ScoreFrom.Should().BeLessThan(standard.GetPolicy<OffTopicPolicyOptions>().ScoreFrom);
        Falling(
            relaxed.GetPolicy<LearningPolicyOptions>().HoldAt,
            standard.GetPolicy<LearningPolicyOptions>().HoldAt,
            strict.GetPolicy<LearningPolicyOptions>().HoldAt);
        Falling(
            relaxed.GetPolicy<LearningPolicyOptions>().SpamAt,
            standard.GetPolicy<LearningPolicyOptions>().SpamAt,
            strict.GetPolicy<LearningPolicyOptions>().SpamAt);
        relaxed.GetPolicy<LearningPolicyOptions>().HoldAt
            .Should().Be(relaxed.GetPolicy<LearningPolicyOptions>().SpamAt, "relaxed holds nothing that is not spam for certain");
        strict.Rules.HoldAt.Should().BeLessThan(standard.Rules.HoldAt!.Value);
        strict.Rules.RejectAt.Should().NotBeNull();

        static void Falling(double first, double second, double third) =>
            new[] { first, second, third }.Should().BeInDescendingOrder().And.OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("Silly clown, you are an idiot.", ModerationOutcome.Approve, ModerationOutcome.Hold, ModerationOutcome.Hold)]
    [InlineData("You are a stupid bastard.", ModerationOutcome.Approve, ModerationOutcome.Hold, ModerationOutcome.Hold)]
    [InlineData("All immigrants are vermin.", ModerationOutcome.Hold, ModerationOutcome.Hold, ModerationOutcome.Hold)]
    [InlineData("I will find you and kill you.", ModerationOutcome.Hold, ModerationOutcome.Hold, ModerationOutcome.Hold)]
    [InlineData("What the fuck happened here?", ModerationOutcome.Approve, ModerationOutcome.Approve, ModerationOutcome.Hold)]
    public async Task What_is_said_to_a_person_is_held_as_the_preset_promises(
        string text, ModerationOutcome relaxed, ModerationOutcome standard, ModerationOutcome strict)
    {
        foreach (var (preset, expected) in new[]
        {
            (ModerationPreset.Relaxed, relaxed),
            (ModerationPreset.Standard, standard),
            (ModerationPreset.Strict, strict),
        })
        {
            await using var blog = await TestBlog.StartAsync(o =>
            {
                o.Moderation.UsePreset(preset);
                o.Moderation.Hold = HoldMode.None;
                o.Moderation.GetPolicy<TrustPolicyOptions>().Enabled = false;
            });
            var post = await blog.PublishAsync();

            var comment = await blog.CommentAsync(post, text);

            comment.Decision.Findings.Where(
                static f => f.Policy == "offensive").Select(static f => f.Outcome).DefaultIfEmpty(ModerationOutcome.Approve).Max()
                .Should().Be(expected, $"the preset is {preset}");
        }
    }

    [Fact]
    public async Task A_set_ends_what_was_made_for_it_and_leaves_the_applications_own_policies()
    {
        var services = Start("{}", static b => b.AddModerationPolicy<OwnPolicy>());
        var live = services.GetRequiredService<ModerationPolicies>().Live;
        var own = live.Policies.OfType<OwnPolicy>().Single();
        var offTopic = live.Policies.OfType<OffTopicPolicy>().Single();

        live.Dispose();
        live.Dispose();

        own.Disposals.Should().Be(0);
        offTopic.IsDisposed.Should().BeTrue();
        await services.DisposeAsync();
        own.Disposals.Should().Be(1);
    }

    private static PolicySetOptions Of(ModerationPreset preset)
    {
        var options = new PolicySetOptions();
        options.UsePreset(preset);
        return options;
    }

    private sealed class OwnPolicy : IModerationPolicy, IDisposable
    {
        public int Disposals { get; private set; }

        public string Name => "own";

        public string Version => "1";

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken) => default;

        public void Dispose() => Disposals++;
    }

    private static ServiceProvider Start(string json, Action<BlogKitBuilder>? extend = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddBlogKit(Json(json).GetSection("BlogKit")).AddModeration().UseInMemory();
        extend?.Invoke(builder);
        return services.BuildServiceProvider();
    }

    private static IConfigurationRoot Json(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
}
