namespace BlogKit.Browser.Tests;

/// <summary>All tests share one browser, one after the other, and those that only look share one site.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserSuite : ICollectionFixture<Chromium>, ICollectionFixture<SampleSite>
{
    public const string Name = "Browser";
}
