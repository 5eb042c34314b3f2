namespace BlogKit.Browser.Tests;

/// <summary>The stories: they share one browser and one site, one after the other. The pages have theirs (<see cref="PageSuite"/>), so that both run side by side.</summary>
[CollectionDefinition(Name)]
public sealed class StorySuite : ICollectionFixture<Chromium>, ICollectionFixture<SampleSite>
{
    public const string Name = "Stories";
}
