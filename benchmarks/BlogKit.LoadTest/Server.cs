using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace BlogKit.LoadTest;

/// <summary>
/// The measured server: a blog and a folder of static files on one Kestrel. Says its address on standard output, and ends with its standard
/// input.
/// </summary>
internal static class Server
{
    public const string StaticFolder = "static";

    public static async Task RunAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var files = folder.CreateSubdirectory(StaticFolder);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        MeasuredBlog.Add(builder.Services, folder).AddWeb().AddRateLimits(static o => o.Enabled = false);
        await using var app = builder.Build();
        app.UseStaticFiles(
            new StaticFileOptions { FileProvider = new PhysicalFileProvider(files.FullName), RequestPath = "/" + StaticFolder });
        app.MapBlogKit("/blog");
        await app.Services.PrepareBlogKitAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync(cancellationToken);
        await app.StopAsync(cancellationToken);
    }
}
