using BlogKit.AspNetCore.Endpoints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The largest bodies that several endpoints take.</summary>
internal static class BodyLimits
{
    public static BodyLimit Password { get; } = new(null, static _ => 32 * 1024);

    public static BodyLimit Small { get; } = new(null, static _ => 64 * 1024);

    /// <summary>A comment with what is around it.</summary>
    public static BodyLimit Comment { get; } = new(
        "BlogKitOptions.Comments.MaximumLength", static s => Forms.LargestBody(OptionsOf(s).Comments));

    /// <summary>A post as JSON.</summary>
    public static BodyLimit Post { get; } = new(
        "BlogKitOptions.Posts.MaximumLength", static s => Forms.LargestBody(OptionsOf(s).Posts.MaximumLength));

    public static BlogKitOptions OptionsOf(IServiceProvider services) => services.GetRequiredService<IOptions<BlogKitOptions>>().Value;
}
