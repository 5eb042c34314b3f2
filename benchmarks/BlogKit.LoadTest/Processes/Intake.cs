using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.LoadTest;

/// <summary>
/// The baseline of comments over HTTP: the same comments handed to the service itself, by as many submitters, in a process without a web
/// server.
/// </summary>
internal static class Intake
{
    public const string Command = "intake";

    private const int FirstNumber = 10_000_000;

    /// <summary>Measures it in a process of its own.</summary>
    public static async Task<LoadResult> MeasureAsync(LoadSettings settings, DirectoryInfo folder, int round) => JsonSerializer.Deserialize(
        await ServerProcess.RunAsync(
            Command,
            folder.FullName,
            JsonSerializer.Serialize(settings, LoadJson.Default.LoadSettings),
            round.ToString(CultureInfo.InvariantCulture)),
        LoadJson.Default.LoadResult)!;

    /// <summary>What that process does.</summary>
    public static async Task RunAsync(DirectoryInfo folder, LoadSettings settings, int round, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        MeasuredBlog.Add(services, folder, settings.Preset);
        await using var provider = services.BuildServiceProvider();
        var blog = (await provider.GetRequiredService<BlogService>().GetByKeyAsync("default", cancellationToken)).Value;
        var post = (await provider.GetRequiredService<PostService>().GetBySlugAsync(
            blog.Id, Slug.From(MeasuredThread.Taken.Slug), Actor.Anonymous, cancellationToken)).Value.Post;
        var comments = provider.GetRequiredService<CommentService>();
        var number = FirstNumber * (round + 1);

        // This process is server and client at once.
        var loop = new ClosedLoop(settings, new ProcessorMeter([Environment.ProcessId]));
        var result = await loop.RunAsync(settings.Connections, (int)HttpStatusCode.SeeOther, TimeSpan.Zero, async (_, token) =>
        {
            var i = Interlocked.Increment(ref number);
            var comment = new MeasuredComment(i, null, ThreadText.Of(i));
            var taken = await comments.SubmitAsync(MeasuredBlog.NewComment(post, comment), MeasuredBlog.Writer(comment), token);
            return (int)(taken.Succeeded ? HttpStatusCode.SeeOther : HttpStatusCode.UnprocessableEntity);
        }, cancellationToken);
        Console.WriteLine(JsonSerializer.Serialize(result, LoadJson.Default.LoadResult));
    }
}
