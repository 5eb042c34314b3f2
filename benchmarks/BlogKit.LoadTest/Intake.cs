using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.LoadTest;

/// <summary>The baseline of comments over HTTP: the same comments handed to the service itself, by as many submitters.</summary>
internal static class Intake
{
    private const int FirstNumber = 10_000_000;

    public static async Task RunAsync(DirectoryInfo folder, int seconds, int submitters, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        MeasuredBlog.Add(services, folder);
        await using var provider = services.BuildServiceProvider();
        var blog = (await provider.GetRequiredService<BlogService>().GetByKeyAsync("default", cancellationToken)).Value!;
        var post = (await provider.GetRequiredService<PostService>().GetBySlugAsync(
            blog.Id, Slug.From(MeasuredBlog.Slug), Actor.Anonymous, cancellationToken)).Value!.Post;
        var comments = provider.GetRequiredService<CommentService>();
        var number = FirstNumber;
        var result = await ClosedLoop.RunAsync(seconds, submitters, async (_, token) =>
        {
            var i = Interlocked.Increment(ref number);
            var taken = await comments.SubmitAsync(MeasuredBlog.Comment(post, i), Actor.Guest($"the secret of guest number {i:D8}"), token);
            return taken.Succeeded;
        }, cancellationToken);
        Console.WriteLine(result.Rate.ToString("F1", CultureInfo.InvariantCulture));
    }
}
