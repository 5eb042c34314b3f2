namespace BlogKit.Browser.Tests;

/// <summary>Every page, looked at: one browser and one site on which nobody does anything meanwhile.</summary>
[CollectionDefinition(Name)]
public sealed class PageSuite : ICollectionFixture<Chromium>, ICollectionFixture<SampleSite>
{
    public const string Name = "Pages";
}
