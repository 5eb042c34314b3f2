using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BlogKit.Moderation;
using BlogKit.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace BlogKit.Tests.Moderation.Pipeline;

/// <summary>What an application's own policies may do wrong costs no comment and no page, and is told when the host starts.</summary>
public sealed class OwnPolicyTests
{
    [Theory]
    [InlineData("limits")]
    [InlineData("fingerprints")]
    public async Task A_policy_that_throws_while_it_says_what_to_count_or_remember_holds_the_comment(string where)
    {
        await using var blog = await StartAsync(("Odd:Throws", where));

        var comment = await blog.CommentAsync(await blog.PublishAsync());

        comment.Status.Should().Be(CommentStatus.Pending);
        comment.Decision.Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Policy = "odd", Code = "policy-failed" });
    }

    [Theory]
    [InlineData("limits")]
    [InlineData("fingerprints")]
    public async Task One_that_is_only_tried_holds_nothing_and_its_fault_is_in_the_log(string where)
    {
        await using var blog = await StartAsync(
            ("Odd:Enabled", "false"), ("Shadow:sterner:Preset", "None"), ("Shadow:sterner:Odd:Throws", where));

        var comment = await blog.CommentAsync(await blog.PublishAsync());

        comment.Status.Should().Be(CommentStatus.Approved);
        var record = (await blog.Get<IModerationLogStore>().ListAllOfCommentAsync(comment.BlogId, comment.Id, default)).Single();
        record.Shadows.Should().ContainSingle().Which.Decision.Findings.Should().ContainSingle().Which.Code.Should().Be("policy-failed");
    }

    [Theory]
    [InlineData("limits")]
    [InlineData("fingerprints")]
    public async Task A_backtest_counts_its_faults_and_goes_on(string where)
    {
        await using var blog = await StartAsync();
        await blog.CommentAsync(await blog.PublishAsync());
        var odd = new OddPolicy(new OddOptions { Throws = where }, new Probe());

        var report = (await blog.Get<BacktestService>().RunAsync(new BacktestRequest { BlogId = blog.Blog.Id, Policies = [odd] })).Value;

        report.Judged.Should().Be(1);
        report.Policies.Should().ContainSingle().Which.Faults.Should().Be(1);
    }

    [Fact]
    public async Task Nothing_may_be_said_as_the_empty_value_that_a_program_begins_with()
    {
        await using var blog = await StartAsync(("Odd:Throws", "nothing"));
        var comment = await blog.CommentAsync(await blog.PublishAsync());

        var report = (await blog.Get<BacktestService>().RunAsync(
            new BacktestRequest { BlogId = blog.Blog.Id, Policies = blog.Get<ModerationPolicies>().Live.Policies })).Value;

        (comment.Status, report.Judged).Should().Be((CommentStatus.Approved, 1));
    }

    [Fact]
    public async Task What_a_policy_counts_is_read_although_it_does_not_say_that_it_looks_at_it()
    {
        await using var blog = await StartAsync(("Odd:Throws", "counts"));
        var post = await blog.PublishAsync();

        await blog.CommentAsync(post);
        var second = await blog.CommentAsync(post);

        second.Status.Should().Be(CommentStatus.Approved, "it minds nothing, and its window was full when it was judged");
    }

    [Fact]
    public async Task A_preset_cannot_be_tried_where_a_policy_needs_a_value_of_the_application_s_and_the_reason_is_told()
    {
        await using var blog = await StartAsync(("Odd:Needed", "here"));

        var tried = blog.Get<PolicySetFactory>().CreateOf(ModerationPreset.Strict);

        tried.ShouldFail(ErrorCodes.OutOfRange, "Preset");
        tried.Error!.Message.Should().Be("Preset cannot be tried. Strict:Odd:Needed is required.");
    }

    [Fact]
    public async Task The_options_of_a_policy_that_is_not_asked_are_not_checked()
    {
        await using var blog = await StartAsync(("Odd:Enabled", "false"), ("Odd:Needed", ""));

        blog.Get<ModerationPolicies>().Live.Policies.Should().NotContain(static p => p.Name == "odd");
    }

    [Fact]
    public async Task What_a_policy_takes_of_the_container_ends_with_its_set()
    {
        await using var blog = await StartAsync();
        var set = blog.Get<PolicySetFactory>().Create("tried", new PolicySetOptions());
        var probe = set.Policies.OfType<OddPolicy>().Single().Probe;

        set.Dispose();
        set.Dispose();

        probe.Disposals.Should().Be(1);
        blog.Get<ModerationPolicies>().Live.Policies.OfType<OddPolicy>().Single().Probe.Disposals.Should().Be(0);
    }

    [Fact]
    public async Task A_set_that_cannot_be_made_leaves_nothing_behind()
    {
        var probes = new List<Probe>();
        var services = Services([]);
        services.AddTransient(_ =>
        {
            var probe = new Probe();
            probes.Add(probe);
            return probe;
        });
        new BlogKitBuilder(services).AddModerationPolicy<MisnamedPolicy, MisnamedOptions>("misnamed", static (_, _) => { });
        await using var host = services.BuildServiceProvider();

        var create = () => host.GetRequiredService<PolicySetFactory>().Create("tried", new PolicySetOptions());

        create.Should().Throw<InvalidOperationException>().WithMessage("*registered as 'misnamed' and calls itself 'other'*");
        probes.Should().ContainSingle().Which.Disposals.Should().Be(1);
    }

    [Fact]
    public async Task A_policy_that_cannot_be_made_stops_the_start_and_not_the_first_comment()
    {
        var services = Services([]);
        services.AddTransient<Probe>();
        new BlogKitBuilder(services).AddModerationPolicy<MisnamedPolicy, MisnamedOptions>("misnamed", static (_, _) => { });
        await using var host = services.BuildServiceProvider();

        var prepare = () => host.PrepareBlogKitAsync();

        await prepare.Should().ThrowAsync<InvalidOperationException>().WithMessage("*registered as 'misnamed'*");
    }

    [Fact]
    public async Task How_options_are_written_is_not_asked_before_the_first_decision()
    {
        var asked = 0;
        var options = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        var services = Services([]);
        services.AddTransient<Probe>();
        new BlogKitBuilder(services).AddModerationPolicy<OddPolicy, OddOptions>("odd", static (_, _) => { }, () =>
        {
            asked++;
            return (JsonTypeInfo<OddOptions>)options.GetTypeInfo(typeof(OddOptions));
        });
        await using var host = services.BuildServiceProvider();
        await host.PrepareBlogKitAsync();

        asked.Should().Be(0);
        var version = host.GetRequiredService<ModerationPipeline>().Version;

        version.Should().StartWith("None@").And.Be(host.GetRequiredService<ModerationPipeline>().Version);
        asked.Should().Be(1);
    }

    [Fact]
    public async Task Options_that_cannot_be_written_cost_no_comment_and_the_log_names_the_policy()
    {
        using var log = new FakeLoggerProvider();
        await using var blog = await TestBlog.StartAsync(
            extend: static kit => kit.AddModerationPolicy<OddPolicy, OddOptions>(
                "odd", static (_, _) => { }, static () => throw new InvalidTimeZoneException()),
            before: services => services.AddTransient<Probe>().AddLogging(logging => logging.AddProvider(log)));

        await blog.CommentAsync(await blog.PublishAsync());

        log.Collector.GetSnapshot().Should().ContainSingle(static line => line.Id.Id == 23).Which.Message.Should().Contain("odd");
    }

    [Fact]
    public void A_policy_whose_constructor_does_not_take_its_options_is_refused_when_it_is_added()
    {
        var builder = new BlogKitBuilder(Services([]));

        var add = () => builder.AddModerationPolicy<OddPolicy, MisnamedOptions>("odd", static (_, _) => { });

        add.Should().Throw<InvalidOperationException>().WithMessage("*OddPolicy takes its options, MisnamedOptions*");
    }

    [Theory]
    [InlineData("pipeline", null)]
    [InlineData("moderator", null)]
    [InlineData("flags", null)]
    [InlineData("mention", null)]
    [InlineData("a--b", null)]
    [InlineData("a-", null)]
    [InlineData("-a", null)]
    [InlineData("mine", "")]
    [InlineData("mine", "Links:Mine")]
    [InlineData("mine", "Shadow:x")]
    public void Names_that_BlogKit_signs_with_and_sections_that_are_none_are_refused(string name, string? section)
    {
        var builder = new BlogKitBuilder(Services([]));

        var add = () => builder.AddModerationPolicy<MisnamedPolicy, MisnamedOptions>(name, static (_, _) => { }, section: section);

        add.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Options_of_moderation_that_are_null_are_told_by_name()
    {
        var services = new ServiceCollection();
        services.AddBlogKit(new ConfigurationBuilder().Build(), static o => { }).UseInMemory();
        services.Configure<BlogKitOptions>(static o => o.Moderation = null!);
        services.PostConfigure<BlogKitOptions>(static o => o.Moderation = null!);
        using var host = services.BuildServiceProvider();

        var read = () => host.GetRequiredService<IOptions<BlogKitOptions>>().Value;

        read.Should().Throw<OptionsValidationException>().WithMessage("*Moderation*must not be null*");
    }

    [Fact]
    public async Task How_a_policy_refuses_is_kept_with_nothing_that_is_stored()
    {
        await using var blog = await StartAsync(
            ("Odd:Enabled", "false"), ("Shadow:sterner:Preset", "None"), ("Shadow:sterner:Odd:Throws", "refuses"));

        var comment = await blog.CommentAsync(await blog.PublishAsync());

        var record = (await blog.Get<IModerationLogStore>().ListAllOfCommentAsync(comment.BlogId, comment.Id, default)).Single();
        var finding = record.Shadows.Single().Decision.Findings.Single();
        (finding.Outcome, finding.Refusal).Should().Be((ModerationOutcome.Reject, null));
    }

    private static ServiceCollection Services((string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddBlogKit(Configured(settings)).UseInMemory();
        return services;
    }

    private static Task<TestBlog> StartAsync(params (string Key, string Value)[] settings) => TestBlog.StartAsync(
        extend: static kit =>
        {
            kit.Services.AddTransient<Probe>();
            kit.AddModerationPolicy<OddPolicy, OddOptions>("odd", static (section, options) => section.Bind(options));
        },
        configuration: Configured(settings));

    private static IConfiguration Configured((string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(
            settings.Prepend(("Preset", "None")).Select(static s => KeyValuePair.Create("Moderation:" + s.Item1, (string?)s.Item2)))
        .Build();

    private sealed class Probe : IDisposable
    {
        public int Disposals { get; private set; }

        public void Dispose() => Disposals++;
    }

    private sealed class OddOptions : ModerationPolicyOptions
    {
        public string Throws { get; set; } = "";

        public string? Needed { get; set; }

        public override void UsePreset(ModerationPreset preset) => Needed = preset is ModerationPreset.Strict ? "" : null;

        public override void Check(string path, ICollection<string> failures)
        {
            if (Needed is "")
            {
                failures.Add($"{path}:Needed is required.");
            }
        }
    }

    private sealed class OddPolicy(OddOptions options, Probe probe) : IModerationPolicy
    {
        public Probe Probe => probe;

        public string Name => "odd";

        public ImmutableArray<ActivityLimit> GetLimits(Comment comment, DateTimeOffset now) => options.Throws switch
        {
            "limits" => throw new InvalidTimeZoneException("broken"),
            "nothing" => default,
            "counts" => [new ActivityLimit(new ActivityWindow(ActivityScope.Blog, "", now.AddHours(-1)), 1)],
            _ => [],
        };

        public ImmutableArray<long> GetFingerprints(string plainText) => options.Throws switch
        {
            "fingerprints" => throw new InvalidTimeZoneException("broken"),
            "nothing" => default,
            _ => [],
        };

        public ValueTask<ModerationFinding?> EvaluateAsync(
            ModerationContext context, CancellationToken cancellationToken) => options.Throws is "refuses"
            ? new(new ModerationFinding
            {
                Code = "no",
                Reason = "No.",
                Outcome = ModerationOutcome.Reject,
                Refusal = new FindingRefusal(ErrorKind.Forbidden, "no"),
            })
            : default;
    }

    private sealed class MisnamedOptions : ModerationPolicyOptions;

    private sealed class MisnamedPolicy(MisnamedOptions options, Probe probe) : IModerationPolicy
    {
        public string Name => "other";

        public object[] Taken => [options, probe];

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken) => default;
    }
}
