using BlogKit.Moderation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BlogKit.LoadTest;

/// <summary>The blog that is measured, on a SQLite file with its default durability.</summary>
internal static class MeasuredBlog
{
    public const string Path = "/blog";

    /// <summary>The parameter that a page is made for: with it the page is not kept.</summary>
    public const string OwnParameter = "fresh";

    /// <summary>Registers the blog with the rules of a preset. First comments are not held and the flood limits are off.</summary>
    /// <remarks>
    /// Every comment comes from a new writer and one address: both would stop all of them, and the other rules would not show.
    /// </remarks>
    public static BlogKitBuilder Add(IServiceCollection services, DirectoryInfo folder, ModerationPreset preset)
    {
        var builder = AddStore(services, folder);
        if (preset is not ModerationPreset.None)
        {
            builder.AddModeration();
        }

        services.Configure<BlogKitOptions>(options =>
        {
            options.Moderation.UsePreset(preset);
            options.Moderation.Hold = HoldMode.None;
            options.Moderation.GetPolicy<FloodPolicyOptions>().Enabled = false;
        });
        return builder;
    }

    /// <summary>Registers the blog as the sample does: the default preset with its flood limits.</summary>
    public static BlogKitBuilder AddAsUsual(IServiceCollection services, DirectoryInfo folder) =>
        AddStore(services, folder).AddModeration();

    /// <summary>Adds the pages of the blog.</summary>
    public static void AddPages(BlogKitBuilder builder, ServerKind kind) => builder
        .AddWeb(o =>
        {
            o.PageCache.OwnParameters.Add(OwnParameter);
            o.PageCache.Enabled = kind is not ServerKind.Unkept;
            o.PageCache.CommentDelay = kind is ServerKind.Delayed ? TimeSpan.FromSeconds(1) : TimeSpan.Zero;
        })
        .AddRateLimits(o => o.Enabled = kind is ServerKind.Usual);

    public static NewComment NewComment(Post post, MeasuredComment comment) => new(post.BlogId, post.Id, comment.Text)
    {
        Name = comment.Name,
        Email = comment.Email,
        RemoteAddress = "127.0.0.1",
        UserAgent = "BlogKit.LoadTest",
    };

    public static Actor Writer(MeasuredComment comment) => Actor.Guest($"the secret of guest number {comment.Number:D9}");

    private static BlogKitBuilder AddStore(IServiceCollection services, DirectoryInfo folder) => services
        .AddLogging(static logging => logging.ClearProviders())
        .AddBlogKit()
        .UseSqlite($"Data Source={System.IO.Path.Combine(folder.FullName, "blog.db")}");
}
