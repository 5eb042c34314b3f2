using BlogKit;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the in-memory store.</summary>
public static class BlogKitInMemoryExtensions
{
    /// <summary>
    /// Keeps everything in the memory of this process: for tests, demonstrations and development. Nothing survives the process.
    /// Search reads every text; a blog of more than some ten thousand comments wants a store with an index.
    /// </summary>
    /// <param name="builder">The builder that <c>AddBlogKit</c> returned.</param>
    /// <exception cref="InvalidOperationException">A store was chosen before.</exception>
    public static BlogKitBuilder UseInMemory(this BlogKitBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseStore(static roles => roles.Add(
            static services => new InMemoryStore(services.GetService<TimeProvider>())));
    }
}
