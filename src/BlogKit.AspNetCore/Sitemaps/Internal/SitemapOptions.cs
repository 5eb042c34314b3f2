namespace BlogKit.AspNetCore.Internal;

/// <summary>What sitemaps are told; the application sets it by <see cref="BlogKitWebOptions.SitemapSize"/>.</summary>
internal sealed class SitemapOptions
{
    public int Size { get; set; } = 10_000;

    public void Check(ICollection<string> failures)
    {
        if (Size is < 100 or > 50_000)
        {
            failures.Add("BlogKitWebOptions.SitemapSize must be between 100 and 50,000.");
        }
    }
}
