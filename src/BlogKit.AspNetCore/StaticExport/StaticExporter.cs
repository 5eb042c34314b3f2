using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore;

/// <summary>
/// Writes a whole blog, threads included, as files that any static host serves: every page as <c>path/index.html</c> with relative links,
/// feeds, sitemap, style sheets and pictures. What needs a server (forms, search, scripts) is left out. The same blog gives the same bytes.
/// One export of a folder at a time; otherwise safe for concurrent use.
/// </summary>
public sealed class StaticExporter
{
    private readonly BlogService _blogs;
    private readonly IServiceProvider _services;
    private readonly Action<IEndpointRouteBuilder, Action<BlogKitMapOptions>> _map;

    // The pages are made by the same endpoints as a host's, which take their services from the container.
    internal StaticExporter(BlogService blogs, IServiceProvider services, Action<IEndpointRouteBuilder, Action<BlogKitMapOptions>> map)
    {
        _map = map;
        _blogs = blogs;
        _services = services;
    }

    /// <summary>
    /// Exports a blog. Everything is asked for in this process, as a reader who is not signed in would, without a socket. The folder is
    /// created where it is missing; files in it that no earlier export wrote are neither changed nor removed.
    /// Errors: <see cref="ErrorCodes.BlogNotFound"/>, <see cref="ErrorCodes.Required"/> (no address), <see cref="ErrorCodes.Taken"/> (a
    /// file of somebody else's is in the way), <see cref="ErrorCodes.OutOfRange"/> (more files than allowed).
    /// </summary>
    /// <param name="folder">The folder to write to. Nothing is written outside, nor through symbolic links in it.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="progress">Is told the number of pages and files written so far; null for nobody.</param>
    /// <param name="cancellationToken">Stops between files; what was written stays, and the next export goes on from it.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public async Task<Result<StaticExportReport>> ExportAsync(
        string folder, StaticExportOptions? options = null, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        options ??= new StaticExportOptions();
        var blog = await _blogs.GetByKeyAsync(options.BlogKey, cancellationToken).ConfigureAwait(false);
        if (!blog.Succeeded)
        {
            return blog.Error;
        }

        if ((options.BaseUrl ?? blog.Value.BaseUrl) is not { IsAbsoluteUri: true, Scheme: "http" or "https" } baseUrl)
        {
            return BlogError.Of(
                ErrorKind.Invalid,
                ErrorCodes.Required,
                "The blog has no address of its own: say at which http or https address the files will be served.",
                nameof(StaticExportOptions.BaseUrl));
        }

        var app = new ApplicationBuilder(_services);
        app.UseRouting();
        app.Use(SkipGuarded);
        app.UseEndpoints(endpoints => _map(endpoints, o => (o.BlogKey, o.IsExport) = (options.BlogKey, true)));
        var opened = OutputFolder.Open(folder);
        if (!opened.Succeeded)
        {
            return opened.Error;
        }

        var export = new StaticExport(baseUrl);
        return await new SiteCrawler(
            app.Build(), _services, opened.Value, export, options, progress).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private static bool IsGuarded(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<IAuthorizeData>() is not null
        || metadata.GetMetadata<IAuthorizationRequirementData>() is not null
        || metadata.GetMetadata<AuthorizationPolicy>() is not null;

    // Who may see what is guarded is for the application's middleware to say, which is not here; and without it the framework would not go
    // on where everybody is let in after all.
    private static RequestDelegate SkipGuarded(RequestDelegate next) => context =>
    {
        if (context.GetEndpoint() is not { } endpoint || !IsGuarded(endpoint.Metadata))
        {
            return next(context);
        }

        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null && endpoint.RequestDelegate is { } answer)
        {
            return answer(context);
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    };
}
