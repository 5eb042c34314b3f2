using System.Net;
using BlogKit.AspNetCore.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A view of the application's that fails harms nothing but its own answer.</summary>
public sealed class FailingViewTests
{
    private const string Path = "/blog/tags";

    [Fact]
    public async Task A_view_that_throws_is_answered_500_and_logged_with_its_name()
    {
        using var log = new FakeLoggerProvider();
        await using var site = await StartAsync(log);
        using var client = new HttpClient { BaseAddress = site.Address };

        (await client.GetAsync(Path)).StatusCode.Should().Be(HttpStatusCode.InternalServerError);

        log.At(LogLevel.Error).Should().ContainSingle(line => line.Contains("of the view", StringComparison.Ordinal))
            .Which.Should().Contain(nameof(FailsOnce)).And.Contain(nameof(InvalidTimeZoneException));
    }

    [Fact]
    public async Task What_a_failing_view_answered_is_not_kept()
    {
        using var log = new FakeLoggerProvider();
        await using var site = await StartAsync(log);
        using var client = new HttpClient { BaseAddress = site.Address };
        await client.GetAsync(Path);

        (await client.GetStringAsync(Path)).Should().Contain("All is well.");
    }

    private static Task<Site> StartAsync(FakeLoggerProvider log) => Site.StartAsync(
        builder: static kit => kit.ReplaceView<TermListView, TermListModel, FailsOnce>().Services.AddSingleton<Patience>(), log: log);

    private sealed class Patience
    {
        private int _asked;

        public bool IsFirst => Interlocked.Increment(ref _asked) == 1;
    }

    private sealed class FailsOnce : BlogView<TermListModel>
    {
        [Inject]
        public required Patience Patience { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(
            0, Patience.IsFirst ? throw new InvalidTimeZoneException("Not on a Monday.") : "All is well.");
    }
}
