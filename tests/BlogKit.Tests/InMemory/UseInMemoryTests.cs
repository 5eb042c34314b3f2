using BlogKit.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Tests.InMemory;

public sealed class UseInMemoryTests
{
    [Fact]
    public void Every_role_is_played_by_one_store()
    {
        var services = new ServiceCollection();
        new BlogKitBuilder(services).UseInMemory();
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IBlogStore>().Should().BeSameAs(provider.GetRequiredService<IThreadStore>());
    }

    [Fact]
    public void A_second_store_is_refused()
    {
        var builder = new BlogKitBuilder(new ServiceCollection()).UseInMemory();

        builder.Invoking(static b => b.UseInMemory()).Should().Throw<InvalidOperationException>().WithMessage("*store already*");
    }
}
