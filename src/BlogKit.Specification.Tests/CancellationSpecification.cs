using Xunit;

namespace BlogKit.Specification;

/// <summary>Tests that a call with a cancelled token does nothing.</summary>
public abstract class CancellationSpecification : StoreSpecification
{
    /// <summary>Every method of every role throws, and changes nothing.</summary>
    [Fact]
    public async Task A_cancelled_call_throws_and_changes_nothing()
    {
        var scene = await Scene.SetAsync(Store, Sample).ConfigureAwait(false);
        var calls = scene.Writes().Concat(scene.Reads()).ToList();
        var before = await StoreDump.TextAsync(Store, scene.CommentIds).ConfigureAwait(false);
        using var source = new CancellationTokenSource();
        await source.CancelAsync().ConfigureAwait(false);

        foreach (var call in calls)
        {
            var thrown = await Record.ExceptionAsync(() => call.Run(Store, source.Token)).ConfigureAwait(false);
            Assert.True(
                thrown is OperationCanceledException, $"{call.Name} with a cancelled token: {thrown?.ToString() ?? "nothing was thrown"}");
        }

        Assert.Equal(before, await StoreDump.TextAsync(Store, scene.CommentIds).ConfigureAwait(false));
    }
}
