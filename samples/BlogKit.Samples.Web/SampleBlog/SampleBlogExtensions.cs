namespace BlogKit.Samples.Web.SampleBlog;

internal static class SampleBlogExtensions
{
    /// <summary>Writes the sample blog into an empty store; does nothing later on. Call it after <c>PrepareBlogKitAsync</c>.</summary>
    public static Task SeedSampleBlogAsync(this IServiceProvider services, CancellationToken cancellationToken = default) =>
        SampleBlogSeeder.RunAsync(services, cancellationToken);
}
