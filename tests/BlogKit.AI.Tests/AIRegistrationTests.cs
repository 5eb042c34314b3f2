using BlogKit.Moderation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.AI.Tests;

public sealed class AIRegistrationTests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "Topic:ObjectAt", "1.1" },
        { "Topic:Outcome", "Reject" },
        { "Abuse:ObjectAt", "-0.1" },
        { "Abuse:ObjectAt", "NaN" },
        { "Abuse:Outcome", "9" },
        { "EmbeddingTopic:MinimumSimilarity", "2" },
        { "EmbeddingTopic:MinimumLength", "0" },
        { "EmbeddingTopic:ConversationSize", "51" },
        { "EmbeddingTopic:Outcome", "Reject" },
        { "Timeout", "00:00:00" },
        { "Timeout", "01:00:00" },
        { "MaximumCommentLength", "99" },
        { "MaximumContextLength", "20001" },
        { "MaximumOutputTokens", "1" },
        { "Temperature", "2.1" },
        { "MaximumConcurrency", "0" },
        { "MaximumCallsPerHour", "-1" },
        { "MaximumCallsPerDay", "-1" },
        { "MaximumTokensPerDay", "-1" },
        { "CacheDuration", "31.00:00:00" },
        { "CacheMemory", "0" },
        { "OnFailure", "Spam" },
        { "OnBudgetExhausted", "7" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_option_is_refused_by_its_key(string key, string value)
    {
        using var services = Configured(("Topic:Enabled", "false"), ("Abuse:Enabled", "false"), (key, value));

        var act = () => services.GetRequiredService<IOptions<AIModerationOptions>>().Value;

        act.Should().Throw<OptionsValidationException>().Which.Failures
            .Should().ContainSingle().Which.Should().StartWith($"BlogKit:AI:{key} ");
    }

    [Fact]
    public void A_model_that_is_missing_is_named_when_the_host_starts()
    {
        using var chat = Configured();
        using var embedding = Configured(("Topic:Enabled", "false"), ("Abuse:Enabled", "false"), ("EmbeddingTopic:Enabled", "true"));

        FluentActions.Invoking(() => chat.GetRequiredService<IStartupValidator>().Validate())
            .Should().Throw<OptionsValidationException>().Which.Failures.Should().ContainSingle(f => f.Contains("Register an IChatClient"));
        FluentActions.Invoking(() => embedding.GetRequiredService<IStartupValidator>().Validate())
            .Should().Throw<OptionsValidationException>().Which.Failures
            .Should().ContainSingle(f => f.Contains("Register an IEmbeddingGenerator"));
    }

    [Fact]
    public void Without_any_question_no_model_is_needed()
    {
        using var services = Configured(("Topic:Enabled", "false"), ("Abuse:Enabled", "false"));

        services.GetServices<IModerationPolicy>().Select(p => p.Name).Should().Contain("ai-topic", "ai-abuse", "ai-embedding-topic");
    }

    [Fact]
    public void Guidelines_are_bounded()
    {
        using var services = Configured(("Topic:Enabled", "false"), ("Abuse:Enabled", "false"), ("Guidelines", new string('x', 8_001)));

        FluentActions.Invoking(() => services.GetRequiredService<IOptions<AIModerationOptions>>().Value)
            .Should().Throw<OptionsValidationException>().Which.Failures
            .Should().ContainSingle(f => f.StartsWith("BlogKit:AI:Guidelines "));
    }

    [Fact]
    public void Adding_it_twice_adds_it_once()
    {
        var services = new ServiceCollection();
        services.AddBlogKit().UseInMemory()
            .AddAIModeration(o => (o.Topic.Enabled, o.Abuse.Enabled) = (false, false))
            .AddAIModeration(o => o.CacheMemory = 3_000_000);
        using var provider = services.BuildServiceProvider();

        provider.GetServices<IModerationPolicy>().Select(p => p.Name).Should().OnlyHaveUniqueItems();
        provider.GetServices<IValidateOptions<AIModerationOptions>>().Should().ContainSingle();
        provider.GetRequiredService<IOptions<AIModerationOptions>>().Value.CacheMemory.Should().Be(3_000_000);
    }

    private static ServiceProvider Configured(params (string Key, string Value)[] values)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(v => KeyValuePair.Create<string, string?>($"BlogKit:AI:{v.Key}", v.Value)))
            .Build();
        var services = new ServiceCollection();
        services.AddBlogKit().UseInMemory().AddAIModeration(configuration.GetSection("BlogKit:AI"));
        return services.BuildServiceProvider();
    }
}
