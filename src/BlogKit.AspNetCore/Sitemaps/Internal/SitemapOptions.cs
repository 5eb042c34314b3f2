namespace BlogKit.AspNetCore.Internal;

/// <summary>What sitemaps are told; the application sets it by <see cref="BlogKitWebOptions.SitemapSize"/>.</summary>
internal sealed class SitemapOptions
{
    public int Size { get; set; } = 10_000;

    public void Check(ICollection<string> failures)
    {
        OptionChecks.CheckRange(failures, "BlogKitWebOptions.SitemapSize", Size, 100, 50_000);
    }
}
