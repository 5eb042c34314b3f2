using BlogKit;
using BlogKit.Html;
using BlogKit.Html.Internal;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the reading of HTML.</summary>
public static class BlogKitHtmlExtensions
{
    /// <summary>
    /// Adds <see cref="PostHtml"/>, and the reading of posts that are written in HTML (<see cref="IHtmlPostRenderer"/>).
    /// Its schemes are those of <see cref="RenderingOptions.AllowedSchemes"/> unless they are changed here.
    /// Called again, the last call that says something counts.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets bounds and hosts; null leaves the defaults.</param>
    public static BlogKitBuilder AddHtml(this BlogKitBuilder builder, Action<HtmlOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (configure is not null)
        {
            builder.Services.RemoveAll<PostHtml>();
            builder.Services.RemoveAll<HtmlPostRenderer>();
        }

        builder.Services.TryAddSingleton(services => new PostHtml(
            services.GetRequiredService<IMarkdownRenderer>(), Options(services, configure)));
        builder.Services.TryAddSingleton(services => new HtmlPostRenderer(
            services.GetRequiredService<PostHtml>(),
            Options(services, configure),
            services.GetRequiredService<IOptions<BlogKitOptions>>().Value.Rendering.AnchorPrefix));
        builder.Services.TryAddSingleton<IHtmlPostRenderer>(static services => services.GetRequiredService<HtmlPostRenderer>());
        return builder;
    }

    private static HtmlOptions Options(IServiceProvider services, Action<HtmlOptions>? configure)
    {
        var options = new HtmlOptions();
        options.AllowedSchemes.Clear();
        foreach (var scheme in services.GetRequiredService<IOptions<BlogKitOptions>>().Value.Rendering.AllowedSchemes)
        {
            options.AllowedSchemes.Add(scheme);
        }

        configure?.Invoke(options);
        return options;
    }
}
