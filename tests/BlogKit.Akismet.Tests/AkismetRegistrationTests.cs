using BlogKit.Moderation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.Akismet.Tests;

public sealed class AkismetRegistrationTests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "ApiKey", "" },
        { "ApiKey", "with space" },
        { "Blog", "/relative" },
        { "Blog", "ftp://example.org/" },
        { "PostPath", "posts" },
        { "Endpoint", "http://elsewhere.example/1.1/" },
        { "Endpoint", "1.1" },
        { "Timeout", "00:00:00" },
        { "Timeout", "00:02:00" },
        { "RemoteAddress", "9" },
        { "OnSpam", "9" },
        { "OnDiscard", "-1" },
        { "OnFailure", "Spam" },
        { "OnAlert", "Reject" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_option_is_refused_by_its_key(string key, string value)
    {
        using var services = Configured((key, value));

        var act = () => services.GetRequiredService<IOptions<AkismetOptions>>().Value;

        act.Should().Throw<OptionsValidationException>().Which.Failures
            .Should().ContainSingle().Which.Should().StartWith($"BlogKit:Akismet:{key} ");
    }

    [Fact]
    public void Everything_can_be_set_by_configuration()
    {
        using var services = Configured(
            ("Endpoint", "http://localhost:5000/1.1"), ("Timeout", "00:00:10"), ("TestMode", "true"), ("RemoteAddress", "Network"),
            ("SendEmail", "false"), ("PostPath", "p/{slug}"), ("OnSpam", "Hold"), ("OnDiscard", "Reject"), ("OnFailure", "Approve"),
            ("OnAlert", "Approve"));

        services.GetRequiredService<IOptions<AkismetOptions>>().Value.Should().BeEquivalentTo(new AkismetOptions
        {
            ApiKey = "abc",
            Blog = new Uri("https://example.org/"),
            Endpoint = new Uri("http://localhost:5000/1.1"),
            Timeout = TimeSpan.FromSeconds(10),
            TestMode = true,
            RemoteAddress = AkismetAddressUse.Network,
            SendEmail = false,
            PostPath = "p/{slug}",
            OnSpam = ModerationOutcome.Hold,
            OnDiscard = ModerationOutcome.Reject,
            OnFailure = ModerationOutcome.Approve,
            OnAlert = ModerationOutcome.Approve,
        });
    }

    [Fact]
    public void Without_a_key_and_a_front_page_the_host_does_not_start()
    {
        var services = new ServiceCollection();
        services.AddBlogKit().UseInMemory().AddAkismet();
        using var provider = services.BuildServiceProvider();

        var act = () => provider.GetRequiredService<IStartupValidator>().Validate();

        act.Should().Throw<OptionsValidationException>().Which.Failures.Should().HaveCount(2)
            .And.Contain(f => f.StartsWith("BlogKit:Akismet:ApiKey ")).And.Contain(f => f.StartsWith("BlogKit:Akismet:Blog "));
    }

    [Fact]
    public void Adding_it_twice_adds_it_once()
    {
        var services = new ServiceCollection();
        services.AddBlogKit().UseInMemory()
            .AddAkismet(o => (o.ApiKey, o.Blog) = ("abc", new Uri("https://example.org/")))
            .AddAkismet(o => o.TestMode = true);
        using var provider = services.BuildServiceProvider();

        provider.GetServices<IModerationPolicy>().Should().ContainSingle(p => p.Name == "akismet");
        provider.GetServices<IValidateOptions<AkismetOptions>>().Should().ContainSingle();
        provider.GetRequiredService<IOptions<AkismetOptions>>().Value.Should().BeEquivalentTo(new { ApiKey = "abc", TestMode = true });
    }

    private static ServiceProvider Configured(params (string Key, string Value)[] values)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?> { ["BlogKit:Akismet:ApiKey"] = "abc", ["BlogKit:Akismet:Blog"] = "https://example.org/" })
            .AddInMemoryCollection(values.Select(v => KeyValuePair.Create<string, string?>($"BlogKit:Akismet:{v.Key}", v.Value)))
            .Build();
        var services = new ServiceCollection();
        services.AddBlogKit().UseInMemory().AddAkismet(configuration.GetSection("BlogKit:Akismet"));
        return services.BuildServiceProvider();
    }
}
