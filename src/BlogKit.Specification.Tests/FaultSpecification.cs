using Xunit;

namespace BlogKit.Specification;

/// <summary>
/// Tests a store whose process dies between two writes: each operation has then happened as a whole or not at all, and can be done again.
/// </summary>
public abstract class FaultSpecification : StoreSpecification
{
    /// <summary>The most writes that any operation of the scene may need.</summary>
    protected virtual int MaximumWrites => 1_000;

    /// <summary>
    /// Every kind of write dies before its first statement, its second, and so on until it survives, and is compared with a store that
    /// never died.
    /// </summary>
    [Fact]
    public async Task A_store_that_dies_at_any_write_has_done_all_or_nothing()
    {
        var scene = await Scene.SetAsync(Store, Sample).ConfigureAwait(false);
        var twin = CreateHarness();
        await using (twin.ConfigureAwait(false))
        {
            await twin.StartAsync().ConfigureAwait(false);
            var twinScene = await Scene.SetAsync(twin, new SampleData()).ConfigureAwait(false);
            var calls = scene.Writes().Zip(twinScene.Writes()).ToList();
            foreach (var (call, undisturbed) in calls)
            {
                var before = await DumpAsync(twin, scene).ConfigureAwait(false);
                var outcome = Same.Text(await undisturbed.Run(twin, default).ConfigureAwait(false));
                var after = await DumpAsync(twin, scene).ConfigureAwait(false);
                Assert.True(
                    !string.Equals(before, after, StringComparison.Ordinal), $"{call.Name} ({outcome}) changed nothing that is read back.");
                await DieUntilItSurvivesAsync(call, before, after, outcome, scene).ConfigureAwait(false);
            }
        }
    }

    private static Task<string> DumpAsync(StoreHarness store, Scene scene) => StoreDump.TextAsync(store, scene.CommentIds);

    private async Task DieUntilItSurvivesAsync(StoreCall call, string before, string after, string expectedOutcome, Scene scene)
    {
        for (var write = 1; ; write++)
        {
            Assert.True(write <= MaximumWrites, $"{call.Name} died before write {MaximumWrites} still.");
            Store.DieBeforeWrite(write);
            string? outcome = null;
            try
            {
                outcome = Same.Text(await call.Run(Store, default).ConfigureAwait(false));
            }
            catch (StoreDiedException)
            {
                await Assert.ThrowsAsync<StoreDiedException>(() => Store.Blogs.ListAllAsync(default)).ConfigureAwait(false);
            }

            await Store.RestartAsync().ConfigureAwait(false);
            var now = await DumpAsync(Store, scene).ConfigureAwait(false);
            var because = $"{call.Name}, {(outcome is null ? "died" : "survived")} before write {write}";
            await new StoreCheck(Store, because).EverythingAsync(3).ConfigureAwait(false);
            if (outcome is not null)
            {
                Assert.True(write > 1, $"{because}: it must write something.");
                Assert.Equal(expectedOutcome, outcome);
                Assert.Equal(after, now);
                return;
            }

            Assert.Equal(before, now);
        }
    }
}
