using BlogKit.Specification;

namespace BlogKit.Tests.InMemory;

public sealed class TrimmingTests
{
    [Fact]
    public async Task A_change_of_a_clock_that_was_ahead_is_trimmed_with_those_behind_it()
    {
        var clock = new JumpingClock();
        var store = new InMemoryStore(clock);
        var sample = new SampleData();
        var blog = sample.Blog();
        await store.SaveAsync(blog, default);
        clock.Jump(TimeSpan.FromDays(9000));
        await store.SaveAsync(sample.Author(blog.Id), default);
        clock.Jump(TimeSpan.FromDays(-9000));
        await store.SaveAsync(sample.Author(blog.Id), default);
        clock.Jump(TimeSpan.FromDays(1));
        await store.SaveAsync(sample.Author(blog.Id), default);
        await store.SaveAsync(sample.Author(blog.Id), default);

        var deleted = await store.DeleteChangesAsync(blog.Id, clock.GetUtcNow(), default);

        deleted.Should().Be(3);
        (await store.ReadChangesAsync(blog.Id, 3, 100, default)).Items.Select(static c => c.Position).Should().Equal(4, 5);
    }
}
