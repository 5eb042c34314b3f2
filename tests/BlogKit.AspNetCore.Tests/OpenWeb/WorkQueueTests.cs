using BlogKit.OpenWeb.Internal;

namespace BlogKit.AspNetCore.Tests;

public sealed class WorkQueueTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task What_is_asked_for_while_it_is_done_is_done_once_more_and_never_at_the_same_time()
    {
        using var stopping = new CancellationTokenSource();
        var queue = new WorkQueue<string>(10, 3, TimeSpan.FromMinutes(1), TimeProvider.System);
        var started = new SemaphoreSlim(0);
        var gate = new SemaphoreSlim(0);
        var finished = new SemaphoreSlim(0);
        var (running, most) = (0, 0);
        var work = queue.RunAsync(
            async (_, token) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                started.Release();
                await gate.WaitAsync(token);
                Interlocked.Decrement(ref running);
                finished.Release();
                return true;
            },
            stopping.Token);

        queue.TryAdd("a").Should().BeTrue();
        (await started.WaitAsync(Patience)).Should().BeTrue();
        queue.TryAdd("a").Should().BeTrue();
        queue.TryAdd("a").Should().BeTrue();
        gate.Release();
        (await started.WaitAsync(Patience)).Should().BeTrue();
        gate.Release();
        (await finished.WaitAsync(Patience)).Should().BeTrue();
        (await finished.WaitAsync(Patience)).Should().BeTrue();
        await stopping.CancelAsync();
        await FluentActions.Awaiting(() => work).Should().ThrowAsync<OperationCanceledException>();

        most.Should().Be(1);
        started.CurrentCount.Should().Be(0, "what was asked for twice while it was done is done once more, not twice");
    }

    [Fact]
    public async Task Two_different_things_are_done_at_the_same_time()
    {
        using var stopping = new CancellationTokenSource();
        var queue = new WorkQueue<string>(10, 3, TimeSpan.FromMinutes(1), TimeProvider.System);
        var started = new SemaphoreSlim(0);
        var work = queue.RunAsync(
            async (_, token) =>
            {
                started.Release();
                await Task.Delay(Timeout.Infinite, token);
                return true;
            },
            stopping.Token);

        queue.TryAdd("a").Should().BeTrue();
        queue.TryAdd("b").Should().BeTrue();

        (await started.WaitAsync(Patience)).Should().BeTrue();
        (await started.WaitAsync(Patience)).Should().BeTrue();
        await stopping.CancelAsync();
        await FluentActions.Awaiting(() => work).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void What_waits_for_its_turn_counts_as_waiting()
    {
        var queue = new WorkQueue<int>(1, 1, TimeSpan.FromMinutes(1), TimeProvider.System);

        queue.TryAdd(1).Should().BeTrue();
        queue.TryAdd(1).Should().BeTrue();
        queue.TryAdd(2).Should().BeFalse();
    }
}
