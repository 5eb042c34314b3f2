using BlogKit.Redirects;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Tests.Redirects;

public sealed class RedirectServiceTests : IAsyncLifetime
{
    private readonly ServiceProvider _services;
    private Blog _blog = null!;

    public RedirectServiceTests()
    {
        var services = new ServiceCollection();
        services.AddBlogKit().UseInMemory();
        _services = services.BuildServiceProvider();
    }

    private RedirectService Service => _services.GetRequiredService<RedirectService>();

    public async Task InitializeAsync() =>
        _blog = (await _services.GetRequiredService<BlogService>().CreateAsync(new NewBlog("default", "Notes"), Actor.System)).Value;

    public async Task DisposeAsync() => await _services.DisposeAsync();

    [Fact]
    public async Task An_address_with_a_query_falls_back_to_its_path()
    {
        await SaveAsync(("/a", RedirectTarget.Home), ("/a?p=1", RedirectTarget.Feed));

        (await FindAsync("/a?p=1"))!.To.Should().Be(RedirectTarget.Feed);
        (await FindAsync("/a?p=2"))!.To.Should().Be(RedirectTarget.Home);
        (await FindAsync("/b")).Should().BeNull();
    }

    [Theory]
    [InlineData("/a", "/a")]
    [InlineData("/b", "/first")]
    [InlineData("/b", "/FIRST/?utm=1")]
    public async Task A_path_that_is_an_old_address_is_refused(string from, string to)
    {
        await SaveAsync(("/first", RedirectTarget.Home));

        var saved = await SaveAsync((from, RedirectTarget.OfPath(to)));

        saved.Error!.Code.Should().Be(ErrorCodes.Circular);
        (await FindAsync(from)).Should().BeNull();
    }

    [Fact]
    public async Task Two_that_lead_to_each_other_are_refused_together()
    {
        var saved = await SaveAsync(("/a", RedirectTarget.OfPath("/b")), ("/b", RedirectTarget.OfPath("/a")));

        saved.Succeeded.Should().BeFalse();
    }

    [Fact]
    public async Task Only_editors_change_them()
    {
        var saved = await Service.SaveManyAsync(_blog.Id, [Redirect("/a", RedirectTarget.Gone)], Actor.Guest("a secret that is long enough"));

        saved.Error!.Kind.Should().Be(ErrorKind.Forbidden);
    }

    [Fact]
    public async Task More_than_a_batch_are_refused()
    {
        var saved = await Service.SaveManyAsync(
            _blog.Id, [.. Enumerable.Range(0, 1001).Select(i => Redirect($"/{i}", RedirectTarget.Gone))], Actor.System);

        saved.Error!.Code.Should().Be(ErrorCodes.TooMany);
    }

    private Redirect Redirect(string from, RedirectTarget to) => new()
    {
        BlogId = _blog.Id,
        From = OldAddress.Parse(from),
        To = to,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private Task<Result> SaveAsync(params (string From, RedirectTarget To)[] redirects) =>
        Service.SaveManyAsync(_blog.Id, [.. redirects.Select(r => Redirect(r.From, r.To))], Actor.System);

    private Task<Redirect?> FindAsync(string address) => Service.FindAsync(_blog.Id, OldAddress.Parse(address));
}
