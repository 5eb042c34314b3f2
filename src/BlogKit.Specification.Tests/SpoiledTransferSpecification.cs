using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>
/// Tests that nothing a copy brings can break a store: every member of every kind of item is spoiled, one after the other; a new one is
/// among them by itself.
/// </summary>
public abstract class SpoiledTransferSpecification : StoreSpecification
{
    /// <summary>
    /// A value that is missing, unknown or at the end of its range, in any place of any item, is refused or stored whole: the store can be
    /// read and written afterwards, and writing it again writes nothing.
    /// </summary>
    [Fact]
    public async Task No_value_in_any_place_of_an_item_breaks_the_store()
    {
        var blog = await Filled.SetAsync(Store, Sample).ConfigureAwait(false);
        var items = await Copying.ItemsAsync(Store.Transfers, blog).ConfigureAwait(false);
        var problems = new List<string>();
        foreach (var item in items.GroupBy(static i => i.Kind).Select(static g => g.MaxBy(static i => Copying.Text(i).Length)!))
        {
            var before = items.TakeWhile(i => i != item).ToList();
            StoreHarness? copy = null;
            foreach (var (path, spoiled) in Spoiled.EachValue(item))
            {
                copy ??= await CopyAsync(blog, before).ConfigureAwait(false);
                string? problem;
                var isKept = false;
                try
                {
                    (problem, isKept) = await TryAsync(copy, blog, spoiled).ConfigureAwait(false);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    problem = $"{e.GetType().Name}: {e.Message} {e.StackTrace?.Split(Environment.NewLine)[0]}";
                }

                if (problem is not null)
                {
                    problems.Add($"{item.Kind} {path}: {problem}");
                }

                if (problem is not null || !isKept)
                {
                    await copy.DisposeAsync().ConfigureAwait(false);
                    copy = null;
                }
            }

            if (copy is not null)
            {
                await copy.DisposeAsync().ConfigureAwait(false);
            }
        }

        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems));
    }

    /// <summary>An item without something that must be there, however deep, is refused: later readers rely on it.</summary>
    [Fact]
    public async Task What_must_be_there_is_refused_where_it_is_missing()
    {
        var blog = await Filled.SetAsync(Store, Sample).ConfigureAwait(false);
        var items = await Copying.ItemsAsync(Store.Transfers, blog).ConfigureAwait(false);
        var spoiled = items
            .SelectMany(static item => Spoiled.EachMissing(item).Select(copy => (Name: $"{item.Kind} {copy.Path}", copy.Copy)))
            .DistinctBy(static copy => copy.Name, StringComparer.Ordinal)
            .ToList();

        var results = await Copying.WriteAsync(Store.Transfers, blog, spoiled.Select(static s => s.Copy)).ConfigureAwait(false);

        Assert.NotEmpty(spoiled);
        var taken = spoiled.Zip(results).Where(static pair => pair.Second.Outcome is not TransferOutcome.Refused);
        Assert.Empty(taken.Select(static pair => $"{pair.First.Name}: {pair.Second}"));
    }

    private async Task<StoreHarness> CopyAsync(BlogId blog, List<TransferItem> items)
    {
        var copy = CreateHarness();
        await copy.StartAsync().ConfigureAwait(false);
        await Copying.StoreAsync(copy.Transfers, blog, items).ConfigureAwait(false);
        return copy;
    }

    private async Task<(string? Problem, bool IsKept)> TryAsync(StoreHarness copy, BlogId blog, TransferItem spoiled)
    {
        var results = await copy.Transfers.WriteAsync(blog, [spoiled], default).ConfigureAwait(false);
        if (results[0].Outcome is not TransferOutcome.Stored)
        {
            return (null, true);
        }

        var again = await copy.Transfers.WriteAsync(blog, [spoiled], default).ConfigureAwait(false);
        await Copying.ItemsAsync(copy.Transfers, blog).ConfigureAwait(false);
        await new StoreCheck(copy, "a spoiled item").EverythingAsync(50).ConfigureAwait(false);
        var stored = (await copy.Blogs.FindAsync(blog, default).ConfigureAwait(false))!;
        Assert.Equal(SaveOutcome.Saved, await copy.Blogs.SaveAsync(stored, default).ConfigureAwait(false));
        Assert.Equal(stored.Version + 1, (await copy.Blogs.FindAsync(blog, default).ConfigureAwait(false))!.Version);
        var post = await copy.AddPostAsync(Sample, stored).ConfigureAwait(false);
        await copy.AddCommentAsync(Sample, post).ConfigureAwait(false);
        return (again[0].Outcome is TransferOutcome.Unchanged ? null : $"written again it is {again[0]}", false);
    }
}
