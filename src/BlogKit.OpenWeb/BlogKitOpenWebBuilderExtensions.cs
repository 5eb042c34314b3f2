using BlogKit;
using BlogKit.AspNetCore.Endpoints;
using BlogKit.OpenWeb;
using BlogKit.OpenWeb.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds WebSub, Webmention, Micropub and MetaWeblog to a blog.</summary>
public static class BlogKitOpenWebBuilderExtensions
{
    /// <summary>
    /// Adds WebSub, Webmention, Micropub and MetaWeblog to what <c>MapBlogKit</c> maps; needs <c>AddWeb</c>. Calling it again only changes
    /// options. They are read from the section <c>BlogKit:Web:OpenWeb</c> of the host's configuration, where there is one; what is out of
    /// range is refused when the host starts.
    /// </summary>
    /// <param name="builder">The builder that <c>AddBlogKit</c> returned.</param>
    /// <param name="configure">Changes the options after they were read; null changes none.</param>
    public static BlogKitBuilder AddOpenWeb(this BlogKitBuilder builder, Action<OpenWebOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<OpenWebOptions>, OpenWebSettings>(
            static s => new OpenWebSettings(s.GetService<IConfiguration>())));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<OpenWebOptions>, OpenWebOptionsValidator>());
        var options = services.AddOptions<OpenWebOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        builder.AddHtml();
        services.TryAddSingleton<OpenWebMounts>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IBlogEndpoints, OpenWebEndpoints>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEndpointLinks, OpenWebLinks>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IFeedHubs, OpenWebHubs>());
        services.TryAddSingleton<EditorTexts>();
        services.TryAddSingleton<EditorPosts>();
        services.TryAddSingleton<MicropubEndpoints>();
        services.TryAddSingleton<MetaWeblogEndpoints>();
        services.TryAddSingleton<WebmentionInbox>();
        services.TryAddSingleton<WebmentionEndpoints>();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IHostedService, WebmentionInbox>(static s => s.GetRequiredService<WebmentionInbox>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, Outgoing>());
        return builder;
    }
}
