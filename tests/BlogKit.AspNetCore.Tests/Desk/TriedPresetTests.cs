using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Tests;

/// <summary>
/// A policy of the application's that cannot be without a value makes a preset that is tried an answer with the reason, not a fault.
/// </summary>
public sealed class TriedPresetTests
{
    private const string Reason = "Strict:Keen:Place is required.";

    [Fact]
    public async Task The_api_says_what_is_missing()
    {
        await using var site = await StartAsync();
        using var administrator = site.Browse(ApiSite.Owner).Client;

        var refused = await administrator.SendAsync("POST", "/api/blog/desk/backtest", """{"preset":"strict"}""");

        (await refused.ProblemAsync(422)).GetRawText().Should().Contain(Reason);
        await (await administrator.SendAsync("POST", "/api/blog/desk/backtest", """{"preset":"relaxed"}""")).JsonAsync();
    }

    [Fact]
    public async Task The_desk_says_what_is_missing()
    {
        await using var site = await StartAsync();
        var browser = site.Browse(ApiSite.Owner);
        var form = (await browser.GetAsync("/blog/desk/policies")).Html.QuerySelector<IHtmlFormElement>("form[action*='/backtest']")!;

        var refused = await browser.SendAsync(form, ("preset", "Strict"), ("days", "30"));

        refused.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        refused.Text.Should().Contain(Reason);
    }

    private static Task<Site> StartAsync() =>
        ApiSite.StartAsync(builder: static kit => kit.AddModerationPolicy<KeenPolicy, KeenOptions>("keen", static (_, _) => { }));

    private sealed class KeenOptions : ModerationPolicyOptions
    {
        public string? Place { get; set; }

        public override void UsePreset(ModerationPreset preset) => Place = preset is ModerationPreset.Strict ? "" : null;

        public override void Check(string path, ICollection<string> failures)
        {
            if (Place is "")
            {
                failures.Add($"{path}:Place is required.");
            }
        }
    }

    private sealed class KeenPolicy(KeenOptions options) : IModerationPolicy
    {
        public string Name => "keen";

        public string Version => options.Place ?? "1";

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken) => default;
    }
}
