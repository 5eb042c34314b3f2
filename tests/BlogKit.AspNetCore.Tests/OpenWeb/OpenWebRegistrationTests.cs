using BlogKit.OpenWeb;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Tests;

public sealed class OpenWebRegistrationTests
{
    [Fact]
    public void Mapping_the_open_web_without_adding_it_says_which_call_is_missing()
    {
        var host = WebApplication.CreateSlimBuilder();
        host.Services.AddBlogKit().UseInMemory().AddWeb();
        var app = host.Build();

        var act = () => app.MapBlogKitOpenWeb("/blog");

        act.Should().Throw<InvalidOperationException>().WithMessage("*AddOpenWeb()*");
    }

    [Fact]
    public void A_blog_mapped_as_a_whole_has_the_open_web_and_it_is_not_mapped_beside_it()
    {
        var host = WebApplication.CreateSlimBuilder();
        host.Services.AddBlogKit().UseInMemory().AddWeb().AddOpenWeb();
        var app = host.Build();
        app.MapBlogKit("/blog");

        var act = () => app.MapBlogKitOpenWeb("/blog");

        act.Should().Throw<InvalidOperationException>().WithMessage("MapBlogKitOpenWeb was called twice*");
    }

    [Fact]
    public void Options_are_read_from_the_hosts_settings_and_then_changed_by_every_call()
    {
        var host = WebApplication.CreateSlimBuilder();
        host.Configuration["BlogKit:Web:OpenWeb:ReceiveWebmentions"] = "true";
        host.Configuration["BlogKit:Web:OpenWeb:QueueLength"] = "7";
        host.Configuration["BlogKit:Web:OpenWeb:WebSubHubs:0"] = "https://hub.example/";
        host.Services.AddBlogKit().UseInMemory().AddWeb().AddOpenWeb(static o => o.QueueLength = 8).AddOpenWeb(static o => o.Attempts = 2);
        var app = host.Build();

        var options = app.Services.GetRequiredService<IOptions<OpenWebOptions>>().Value;

        (options.ReceiveWebmentions, options.QueueLength, options.Attempts).Should().Be((true, 8, 2));
        options.WebSubHubs.Should().Equal(new Uri("https://hub.example/"));
    }

    [Fact]
    public void An_option_out_of_range_is_refused_when_the_blog_is_mapped()
    {
        var host = WebApplication.CreateSlimBuilder();
        host.Services.AddBlogKit().UseInMemory().AddWeb().AddOpenWeb(static o => o.Attempts = 0);
        var app = host.Build();

        var act = () => app.MapBlogKit("/blog");

        act.Should().Throw<OptionsValidationException>().WithMessage("*OpenWebOptions.Attempts*");
    }
}
