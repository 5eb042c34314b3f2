using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Tests the contract of <see cref="ILearningStore"/>.</summary>
public abstract class LearnedModelSpecification : StoreSpecification
{
    /// <summary>Every byte of a model is found again, none at all and a megabyte too.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(1_000_000)]
    public async Task A_saved_model_is_found_with_everything_it_had(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        var model = SampleData.Model("bayes:shared") with { Position = long.MaxValue, State = [.. bytes] };

        Assert.Equal(SaveOutcome.Saved, await Store.Learning.SaveModelAsync(model, default).ConfigureAwait(false));

        var found = await Store.Learning.FindModelAsync("bayes:shared", default).ConfigureAwait(false);
        Assert.NotNull(found);
        Assert.True(found.State.AsSpan().SequenceEqual(bytes));
        Assert.Equal((model.Key, model.Position, model.SavedAt, 1L), (found.Key, found.Position, found.SavedAt, found.Version));
        Assert.Equal(1, await Store.Learning.ReadModelVersionAsync("bayes:shared", default).ConfigureAwait(false));
    }

    /// <summary>Finding returns null, and reading the version 0, when there is no such model; keys are compared ordinally.</summary>
    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await Store.Learning.SaveModelAsync(SampleData.Model("bayes"), default).ConfigureAwait(false);

        Assert.Null(await Store.Learning.FindModelAsync("Bayes", default).ConfigureAwait(false));
        Assert.Equal(0, await Store.Learning.ReadModelVersionAsync("bayes2", default).ConfigureAwait(false));
        Assert.False(await Store.Learning.RemoveModelAsync("bayes2", default).ConfigureAwait(false));
    }

    /// <summary>A model is saved when its version is the stored one.</summary>
    [Fact]
    public async Task A_model_is_saved_when_the_version_is_the_stored_one()
    {
        var model = SampleData.Model("bayes");

        Assert.Equal(SaveOutcome.Missing, await SaveAsync(model with { Version = 1 }).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Saved, await SaveAsync(model).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Duplicate, await SaveAsync(model).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Saved, await SaveAsync(model with { Version = 1, State = [9], Position = 6 }).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Conflict, await SaveAsync(model with { Version = 1 }).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Conflict, await SaveAsync(model with { Version = 3 }).ConfigureAwait(false));
        Same.Content(
            model with { Version = 2, State = [9], Position = 6 },
            await Store.Learning.FindModelAsync("bayes", default).ConfigureAwait(false));
        Assert.Equal(2, await Store.Learning.ReadModelVersionAsync("bayes", default).ConfigureAwait(false));
    }

    /// <summary>A removed model can be saved anew.</summary>
    [Fact]
    public async Task A_removed_model_is_gone()
    {
        await SaveAsync(SampleData.Model("bayes")).ConfigureAwait(false);
        await SaveAsync(SampleData.Model("other")).ConfigureAwait(false);

        Assert.True(await Store.Learning.RemoveModelAsync("bayes", default).ConfigureAwait(false));

        Assert.Null(await Store.Learning.FindModelAsync("bayes", default).ConfigureAwait(false));
        Assert.Equal(0, await Store.Learning.ReadModelVersionAsync("bayes", default).ConfigureAwait(false));
        Assert.Equal(1, await Store.Learning.ReadModelVersionAsync("other", default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Saved, await SaveAsync(SampleData.Model("bayes")).ConfigureAwait(false));
    }

    private Task<SaveOutcome> SaveAsync(LearnedModel model) => Store.Learning.SaveModelAsync(model, default);
}
