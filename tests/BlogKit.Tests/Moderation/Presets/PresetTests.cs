using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.Tests.Moderation.Presets;

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
        await using var services = Start("""{ "BlogKit": { "Moderation": { "Preset": "None" } } }""", b => b.AddModerationPolicy<HoldAllPolicy>());

        services.GetRequiredService<ModerationPolicies>().Live.Policies.Select(p => p.Name).Should().Equal("hold-all");
    }

    [Fact]
    public async Task A_single_option_changes_what_the_preset_says_whatever_their_order()
    {
        await using var services = Start(
            """{ "BlogKit": { "Moderation": { "Links": { "HoldAbove": 4 }, "Hold": "None", "Preset": "Strict", "Rules": { "Weights": { "links": 2 } } } } }""");
        var options = services.GetRequiredService<IOptions<BlogKitOptions>>().Value.Moderation;

        (options.Links.HoldAbove, options.Links.SpamAbove, options.Hold).Should().Be((4, 5, HoldMode.None));
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
        (sterner.Preset, sterner.Links.HoldAbove, sterner.Links.SpamAbove).Should().Be((ModerationPreset.Strict, 0, 5));
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

        (await act.Should().ThrowAsync<InvalidOperationException>()).WithMessage("BlogKit:Moderation:Preset must be one of Standard, Relaxed, Strict, HoldAll, None*");
    }

    [Theory]
    [InlineData("""{ "Shadow": { "x": { "Rules": { "HoldAt": 0 } } } }""", "BlogKit:Moderation:Shadow:x:Rules:HoldAt")]
    [InlineData("""{ "Rules": { "HoldAt": 3, "SpamAt": 2 } }""", "BlogKit:Moderation:Rules")]
    [InlineData("""{ "Links": { "HoldAbove": -1 } }""", "BlogKit:Moderation:Links:HoldAbove")]
    [InlineData("""{ "Flags": { "HideAt": 0 } }""", "BlogKit:Moderation:Flags:HideAt")]
    [InlineData("""{ "Retention": { "SpamDays": 0 } }""", "BlogKit:Moderation:Retention:SpamDays")]
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

    private static ServiceProvider Start(string json, Action<BlogKitBuilder>? extend = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddBlogKit(Json(json).GetSection("BlogKit")).UseInMemory();
        extend?.Invoke(builder);
        return services.BuildServiceProvider();
    }

    private static IConfigurationRoot Json(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
}
