using System.Diagnostics;
using BlogKit.Moderation;
using BlogKit.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BlogKit.Tests.Registration;

public sealed class RegistrationTests
{
    [Fact]
    public void Adding_it_twice_says_what_to_do()
    {
        var services = new ServiceCollection();
        services.AddBlogKit();

        var act = () => services.AddBlogKit();

        act.Should().Throw<InvalidOperationException>().WithMessage("*Call it once*");
    }

    [Fact]
    public void Two_stores_say_what_to_do()
    {
        var builder = new ServiceCollection().AddBlogKit().UseInMemory();

        var act = () => builder.UseInMemory();

        act.Should().Throw<InvalidOperationException>().WithMessage("*Call only one of*");
    }

    [Fact]
    public async Task Without_a_store_preparing_says_what_to_do()
    {
        var services = new ServiceCollection();
        services.AddBlogKit();
        await using var provider = services.BuildServiceProvider();

        var act = () => provider.PrepareBlogKitAsync();

        (await act.Should().ThrowAsync<Exception>()).WithMessage("*UseSqlite*UseInMemory*");
    }

    [Fact]
    public async Task Without_a_store_the_host_does_not_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddBlogKit();
        using var host = builder.Build();

        var act = () => host.StartAsync();

        (await act.Should().ThrowAsync<OptionsValidationException>()).WithMessage("*UseSqlite*UseInMemory*");
    }

    [Fact]
    public async Task Without_a_store_asking_for_a_service_says_what_to_do()
    {
        var services = new ServiceCollection();
        services.AddBlogKit();
        await using var provider = services.BuildServiceProvider();

        var act = () => provider.GetRequiredService<PostService>();

        act.Should().Throw<Exception>().WithMessage("*UseInMemory*");
    }

    [Fact]
    public async Task Without_blogkit_preparing_says_what_to_do()
    {
        await using var provider = new ServiceCollection().BuildServiceProvider();

        var act = () => provider.PrepareBlogKitAsync();

        (await act.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*AddBlogKit*");
    }

    [Fact]
    public async Task A_host_whose_store_was_not_prepared_does_not_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddBlogKit().UseInMemory().Services.AddSingleton<IStoreSchema, DeadSchema>();
        using var host = builder.Build();

        var act = () => host.StartAsync();

        (await act.Should().ThrowAsync<InvalidOperationException>()).WithMessage("dead");
    }

    public static TheoryData<string, string> BadValues() => new()
    {
        { "BlogKit:Comments:MaximumLength", "0" },
        { "BlogKit:Comments:MaximumNameLength", "0" },
        { "BlogKit:Comments:MaximumEmailLength", "1" },
        { "BlogKit:Comments:MaximumUrlLength", "1" },
        { "BlogKit:Comments:MaximumUserAgentLength", "-1" },
        { "BlogKit:Comments:MaximumDepth", "-1" },
        { "BlogKit:Comments:AnonymousName", " " },
        { "BlogKit:Comments:EditWindow", "-00:01:00" },
        { "BlogKit:Posts:MaximumTitleLength", "0" },
        { "BlogKit:Posts:MaximumLength", "0" },
        { "BlogKit:Posts:MaximumTags", "-1" },
        { "BlogKit:Posts:ExcerptLength", "0" },
        { "BlogKit:Posts:RevisionsKept", "0" },
        { "BlogKit:Posts:PageSize", "101" },
        { "BlogKit:Posts:MaximumPageSize", "101" },
        { "BlogKit:Threads:DisplayDepth", "21" },
        { "BlogKit:Threads:RootsPerPage", "0" },
        { "BlogKit:Threads:MaximumRootsPerPage", "1001" },
        { "BlogKit:Threads:RepliesPerRoot", "201" },
        { "BlogKit:Threads:MaximumReplies", "0" },
        { "BlogKit:Threads:MaximumPinned", "21" },
        { "BlogKit:Threads:Sort", "7" },
        { "BlogKit:Moderation:Hold", "7" },
        { "BlogKit:Search:MaximumQueryLength", "0" },
        { "BlogKit:Search:MaximumTerms", "0" },
        { "BlogKit:Search:MaximumHits", "0" },
        { "BlogKit:Rendering:MaximumNesting", "0" },
        { "BlogKit:Rendering:AnchorPrefix", "a b" },
        { "BlogKit:Rendering:MaximumUrlLength", "0" },
    };

    [Theory]
    [MemberData(nameof(BadValues))]
    public async Task A_bad_value_stops_the_host_and_is_named_by_its_key(string key, string value)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new(key, value)]);
        builder.Services.AddBlogKit(builder.Configuration.GetSection("BlogKit")).UseInMemory();
        using var host = builder.Build();

        var start = () => host.StartAsync();
        var prepare = () => host.Services.PrepareBlogKitAsync();

        (await start.Should().ThrowAsync<OptionsValidationException>()).WithMessage($"*{key} must*");
        (await prepare.Should().ThrowAsync<OptionsValidationException>()).WithMessage($"*{key} must*");
    }

    [Fact]
    public async Task Every_bad_value_is_told_at_once()
    {
        var services = new ServiceCollection();
        services.AddBlogKit(o => (o.Comments.MaximumLength, o.Threads.DisplayDepth) = (0, 0)).UseInMemory();
        await using var provider = services.BuildServiceProvider();

        var act = () => provider.PrepareBlogKitAsync();

        (await act.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().HaveCount(2);
    }

    [Fact]
    public async Task Options_come_from_configuration_and_then_from_code()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
        [
            new("BlogKit:Comments:MaximumLength", "123"),
            new("BlogKit:Comments:EditWindow", "01:00:00"),
            new("BlogKit:Moderation:Hold", "All"),
            new("BlogKit:Threads:Sort", "Best"),
            new("BlogKit:Posts:PageSize", "7"),
            new("BlogKit:Rendering:MaximumNesting", "8"),
        ]);
        builder.Services.AddBlogKit(builder.Configuration.GetSection("BlogKit"), o => o.Posts.PageSize = 9).UseInMemory();
        using var host = builder.Build();
        await host.StartAsync();

        var options = host.Services.GetRequiredService<IOptions<BlogKitOptions>>().Value;

        options.Should().BeEquivalentTo(new
        {
            Comments = new { MaximumLength = 123, EditWindow = TimeSpan.FromHours(1), RequireName = true },
            Moderation = new { Hold = HoldMode.All },
            Threads = new { Sort = ThreadSort.Best },
            Posts = new { PageSize = 9 },
            Rendering = new { MaximumNesting = 8 },
        });
    }

    [Fact]
    public async Task Policies_are_asked_in_the_order_they_were_added_and_once()
    {
        await using var blog = await TestBlog.StartAsync(extend: b => b
            .AddModerationPolicy<Second>().AddModerationPolicy<First>().AddModerationPolicy<Second>());

        var comment = await blog.CommentAsync(await blog.PublishAsync());

        comment.Decision.Findings.Select(f => f.Policy).Should().Equal("second", "first");
    }

    [Fact]
    public async Task A_policy_gets_its_dependencies()
    {
        await using var blog = await TestBlog.StartAsync(
            o => o.Moderation.Hold = HoldMode.None,
            b => b.AddModerationPolicy<Dependent>(),
            s => s.AddSingleton(new Uri("https://example.org")));

        (await blog.CommentAsync(await blog.PublishAsync())).Decision.Findings.Single().Reason.Should().Be("https://example.org/");
    }

    [Fact]
    public async Task What_the_application_registered_before_wins()
    {
        var renderer = new FixedRenderer();
        var ids = new CountingIds();
        await using var blog = await TestBlog.StartAsync(
            before: s => s.AddSingleton<IMarkdownRenderer>(renderer).AddSingleton<IIdGenerator>(ids));

        var comment = await blog.CommentAsync(await blog.PublishAsync());

        comment.Html.Should().Be("fixed");
        comment.CreatedAt.Should().Be(blog.Now);
        ids.Given.Should().Contain(comment.Id.Value);
    }

    [Fact]
    public async Task What_the_application_registers_afterwards_wins_too()
    {
        await using var blog = await TestBlog.StartAsync(extend: b => b.Services.AddSingleton<IMarkdownRenderer>(new FixedRenderer()));

        (await blog.CommentAsync(await blog.PublishAsync())).Html.Should().Be("fixed");
    }

    [Fact]
    public async Task The_health_check_is_healthy_while_the_store_answers()
    {
        await using var blog = await TestBlog.StartAsync(extend: b => b.AddHealthCheck());

        var report = await blog.Get<HealthCheckService>().CheckHealthAsync();

        report.Entries["blogkit"].Status.Should().Be(HealthStatus.Healthy);
        report.Entries["blogkit"].Tags.Should().Contain("ready");
    }

    [Fact]
    public async Task The_health_check_is_unhealthy_when_the_store_does_not_answer()
    {
        await using var blog = await TestBlog.StartAsync(extend: b => b.AddHealthCheck());
        var services = new ServiceCollection();
        services.AddBlogKit().UseInMemory().AddHealthCheck().Services.AddSingleton<IStoreSchema, DeadSchema>();
        await using var provider = services.BuildServiceProvider();

        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        report.Entries["blogkit"].Status.Should().Be(HealthStatus.Unhealthy);
        report.Entries["blogkit"].Exception!.Message.Should().Be("dead");
    }

    [Fact]
    public async Task A_submission_is_an_activity_with_its_outcome()
    {
        await using var blog = await TestBlog.StartAsync();
        var source = blog.Get<BlogKitInstruments>().ActivitySource;
        var activities = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => ReferenceEquals(s, source),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Add,
        };
        ActivitySource.AddActivityListener(listener);

        await blog.CommentAsync(await blog.PublishAsync());

        source.Name.Should().Be("BlogKit");
        activities.Single().OperationName.Should().Be("comment.submit");
        activities.Single().GetTagItem("blogkit.outcome").Should().Be("approved");
    }

    [Fact]
    public async Task Submissions_are_counted_by_outcome()
    {
        await using var blog = await TestBlog.StartAsync();
        var meter = blog.Get<BlogKitInstruments>().Meter;
        var post = await blog.PublishAsync();

        var outcomes = await Counted.WhileAsync(meter, "blogkit.comments.submitted", async () =>
        {
            await blog.SubmitAsync(post);
            await blog.SubmitAsync(post, "");
        });

        meter.Name.Should().Be("BlogKit");
        outcomes.Should().Equal((1, "approved"), (1, "required"));
    }

    private abstract class Named(string name) : IModerationPolicy
    {
        public string Name => name;

        public string Version => "1";

        protected virtual string Reason => "Seen.";

        public ValueTask<ModerationFinding?> EvaluateAsync(
            ModerationContext context, CancellationToken cancellationToken) => new(new ModerationFinding
            {
                Code = "seen",
                Reason = Reason,
                Outcome = ModerationOutcome.Approve,
            });
    }

    private sealed class First() : Named("first");

    private sealed class Second() : Named("second");

    private sealed class Dependent(Uri uri) : Named("dependent")
    {
        protected override string Reason => uri.ToString();
    }

    private sealed class DeadSchema : IStoreSchema
    {
        public Task ApplyAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task CheckAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("dead");
    }

    private sealed class CountingIds : IIdGenerator
    {
        private int _last;

        public List<Guid> Given { get; } = [];

        public Guid Next()
        {
            var id = new Guid(0x019a0000, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, (byte)++_last);
            Given.Add(id);
            return id;
        }
    }

    private sealed class FixedRenderer : IMarkdownRenderer
    {
        public int Version => 1;

        public RenderedPost RenderPost(string markdown, PostRendering rendering) => new()
        {
            Html = "fixed",
            PlainText = "fixed",
            ExcerptHtml = "",
            ExcerptText = "",
            Headings = [],
            WordCount = 1,
        };

        public RenderedComment RenderComment(string markdown, CommentRendering rendering) => new() { Html = "fixed", PlainText = "fixed" };
    }
}
