using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.Moderation.Tests;

public sealed class RulePackageTests
{
    [Fact]
    public void Without_the_package_a_blog_has_bans_floods_and_the_hold_of_first_comments()
    {
        using var services = Start(addRules: false);

        services.GetRequiredService<ModerationPolicies>().Live.Policies.Select(static p => p.Name)
            .Should().BeEquivalentTo("bans", "hold-first", "flood");
    }

    [Fact]
    public void The_package_adds_its_rules_to_those()
    {
        using var services = Start(addRules: true);

        services.GetRequiredService<ModerationPolicies>().Live.Policies.Select(static p => p.Name)
            .Should().Contain(["bans", "hold-first", "flood", "links", "off-topic", "offensive", "learning"]);
    }

    [Theory]
    [InlineData("Links:HoldAbove", "BlogKit:Moderation:Links")]
    [InlineData("Linkss:HoldAbove", "BlogKit:Moderation:Linkss")]
    [InlineData("Shadow:sterner:Links:HoldAbove", "BlogKit:Moderation:Shadow:sterner:Links")]
    [InlineData("Shadow:sterner:FormTokens:Lifetime", "BlogKit:Moderation:Shadow:sterner:FormTokens")]
    public void A_section_that_nobody_reads_is_told_by_its_key(string key, string named)
    {
        using var services = Start(addRules: false, (key, "2"));

        var read = () => services.GetRequiredService<IOptions<BlogKitOptions>>().Value;

        read.Should().Throw<InvalidOperationException>().WithMessage(
            $"{named} is configured, but no policy*AddModeration()*Bans, Hold, Flood.");
    }

    [Fact]
    public void A_section_that_a_later_source_emptied_says_nothing()
    {
        using var services = Start(addRules: false, ("Links", ""), ("$schema", "moderation.json"), ("//", "Ours."));

        services.GetRequiredService<IOptions<BlogKitOptions>>().Value.Moderation.Preset.Should().Be(ModerationPreset.Standard);
    }

    [Fact]
    public void A_tried_set_that_is_only_a_word_is_told()
    {
        using var services = Start(addRules: true, ("Shadow:sterner", "Strict"));

        var read = () => services.GetRequiredService<IOptions<BlogKitOptions>>().Value;

        read.Should().Throw<InvalidOperationException>().WithMessage("BlogKit:Moderation:Shadow:sterner must be a section*'Strict'*");
    }

    [Fact]
    public void Everything_else_below_moderation_is_read_without_the_package()
    {
        using var services = Start(
            addRules: false, ("Preset", "Strict"), ("Hold", "None"), ("Rules:HoldAt", "0.9"), ("Flood:Enabled", "true"),
            ("Bans:Enabled", "true"), ("Retention:Every", "1.00:00:00"), ("FormTokens:Lifetime", "02:00:00"), ("Appeals:Enabled", "true"),
            ("Flags:Enabled", "true"), ("Shadow:sterner:Preset", "Strict"), ("Shadow:sterner:Hold", "All"));

        services.GetRequiredService<IOptions<BlogKitOptions>>().Value.Moderation.Rules.HoldAt.Should().Be(0.9);
    }

    [Fact]
    public void Teachers_that_are_muted_are_read_as_keys()
    {
        using var services = Start(addRules: true, ("Learning:MutedTeachers:0", "user:eve"), ("Learning:MutedTeachers:1", "system"));

        services.GetRequiredService<IOptions<BlogKitOptions>>().Value.Moderation.GetPolicy<LearningPolicyOptions>().MutedTeachers
            .Should().Equal(ActorKey.User("eve"), ActorKey.System);
    }

    [Theory]
    [InlineData("user: ")]
    [InlineData("bob")]
    [InlineData("author:6F9619FF-8B86-D011-B42D-00CF4FC964FF")]
    [InlineData("anonymous")]
    public void A_muted_teacher_that_is_no_moderators_key_is_told_by_its_place(string key)
    {
        using var services = Start(addRules: true, ("Learning:MutedTeachers:0", "user:eve"), ("Learning:MutedTeachers:1", key));

        var read = () => services.GetRequiredService<IOptions<BlogKitOptions>>().Value;

        read.Should().Throw<InvalidOperationException>().WithMessage($"BlogKit:Moderation:Learning:MutedTeachers:1 must be*'{key}'*");
    }

    [Fact]
    public void One_muted_teacher_that_is_not_in_a_list_is_refused()
    {
        using var services = Start(addRules: true, ("Learning:MutedTeachers", "user:eve"));

        var read = () => services.GetRequiredService<IOptions<BlogKitOptions>>().Value;

        read.Should().Throw<InvalidOperationException>().WithMessage("BlogKit:Moderation:Learning:MutedTeachers must be a list*");
    }

    [Fact]
    public void Adding_the_rules_again_only_changes_options()
    {
        var kit = new ServiceCollection().AddBlogKit().AddModeration().UseInMemory();
        kit.AddModeration(static moderation => moderation.GetPolicy<LinkPolicyOptions>().HoldAbove = 7);
        using var services = kit.Services.BuildServiceProvider();

        services.GetRequiredService<IOptions<BlogKitOptions>>().Value.Moderation.GetPolicy<LinkPolicyOptions>().HoldAbove.Should().Be(7);
        services.GetServices<ModerationPolicyDescriptor>().Count(static p => p.Name is "links").Should().Be(1);
    }

    [Fact]
    public void Options_of_rules_that_nobody_added_are_told()
    {
        var kit = new ServiceCollection().AddBlogKit(static o => o.Moderation.GetPolicy<LinkPolicyOptions>().HoldAbove = 7).UseInMemory();
        using var services = kit.Services.BuildServiceProvider();

        var read = () => services.GetRequiredService<IOptions<BlogKitOptions>>().Value;

        read.Should().Throw<OptionsValidationException>().WithMessage(
            "*LinkPolicyOptions are set, but no policy that has them is registered*");
    }

    private static ServiceProvider Start(bool addRules, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(static s => KeyValuePair.Create("BlogKit:Moderation:" + s.Key, (string?)s.Value)))
            .Build();
        var kit = new ServiceCollection().AddBlogKit(configuration.GetSection("BlogKit")).UseInMemory();
        return (addRules ? kit.AddModeration() : kit).Services.BuildServiceProvider();
    }
}
