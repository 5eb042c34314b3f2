using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace BlogKit.LoadTest;

/// <summary>A measured server: writes its address and its process on standard output, and ends with its standard input.</summary>
internal static class Server
{
    /// <summary>The path of the files, and their folder's name.</summary>
    public const string Files = "static";

    public static async Task RunAsync(ServerSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var files = settings.Folder.CreateSubdirectory(Files);
        await using var app = settings.Kind is ServerKind.Bare ? Bare(builder, files) : await BlogAsync(builder, files, settings);
        await app.StartAsync();
        Console.WriteLine($"{app.Urls.First()} {Environment.ProcessId}");
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    private static WebApplication Bare(WebApplicationBuilder builder, DirectoryInfo files)
    {
        var app = builder.Build();
        var kept = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        app.MapGet($"/{Files}/{{name}}", async context =>
        {
            var name = Path.GetFileName((string)context.Request.RouteValues["name"]!);
            byte[]? bytes;
            lock (kept)
            {
                if (!kept.TryGetValue(name, out bytes))
                {
                    kept.Add(name, bytes = File.ReadAllBytes(Path.Combine(files.FullName, name)));
                }
            }

            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = bytes.Length;
            await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
        });
        return app;
    }

    private static async Task<WebApplication> BlogAsync(WebApplicationBuilder builder, DirectoryInfo files, ServerSettings settings)
    {
        var usual = settings.Kind is ServerKind.Usual or ServerKind.FloodLimited;
        MeasuredBlog.AddPages(
            usual
                ? MeasuredBlog.AddAsUsual(builder.Services, settings.Folder)
                : MeasuredBlog.Add(builder.Services, settings.Folder, settings.Preset),
            settings.Kind);
        var app = builder.Build();
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(files.FullName), RequestPath = "/" + Files });
        app.MapBlogKit(MeasuredBlog.Path);
        await app.Services.PrepareBlogKitAsync();
        return app;
    }
}
