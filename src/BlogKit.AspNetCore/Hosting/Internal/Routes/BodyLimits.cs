using BlogKit.AspNetCore.Endpoints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The largest bodies of the endpoints there are.</summary>
internal static class BodyLimits
{
    public static BodyLimit Password { get; } = new(null, static _ => 32 * 1024);

    public static BodyLimit Small { get; } = new(null, static _ => 64 * 1024);

    /// <summary>A comment with what is around it.</summary>
    public static BodyLimit Comment { get; } = new("BlogKitOptions.Comments.MaximumLength", static s => Forms.LargestBody(Kit(s).Comments));

    /// <summary>A post as JSON.</summary>
    public static BodyLimit Post { get; } = new(
        "BlogKitOptions.Posts.MaximumLength", static s => Forms.LargestBody(Kit(s).Posts.MaximumLength));

    /// <summary>The form of the editor.</summary>
    public static BodyLimit Editor { get; } = new(
        "BlogKitOptions.Posts.MaximumLength", static s => WriterForms.LargestEditor(Kit(s).Posts));

    private static BlogKitOptions Kit(IServiceProvider services) => services.GetRequiredService<IOptions<BlogKitOptions>>().Value;
}
