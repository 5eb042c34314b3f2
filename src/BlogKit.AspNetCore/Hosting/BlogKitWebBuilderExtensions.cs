using System.Diagnostics.CodeAnalysis;
using BlogKit;
using BlogKit.AspNetCore;
using BlogKit.AspNetCore.Internal;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers BlogKit's pages, feed and API.</summary>
public static class BlogKitWebBuilderExtensions
{
    /// <summary>
    /// Adds what <c>MapBlogKit</c> needs: components, antiforgery, data protection. Calling it again only changes options.
    /// </summary>
    /// <param name="builder">What <c>AddBlogKit</c> returned.</param>
    /// <param name="configure">Changes the options; null changes none.</param>
    public static BlogKitBuilder AddWeb(this BlogKitBuilder builder, Action<BlogKitWebOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        var options = services.AddOptions<BlogKitWebOptions>()
            .Validate(static o => o.FeedSize is >= 1 and <= 100, "BlogKitWebOptions.FeedSize must be between 1 and 100.")
            .ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddLogging();
        services.AddAntiforgery();
        services.AddDataProtection();
        services.TryAddSingleton<Visitors>();
        services.TryAddSingleton<BlogRequests>();
        services.TryAddSingleton<PageRenderer>();
        services.TryAddSingleton<Messages>();
        services.TryAddSingleton<PostAccess>();
        services.TryAddSingleton<PostPageComposer>();
        services.TryAddSingleton<PostPages>();
        services.TryAddSingleton<CommentPages>();
        services.TryAddSingleton<ListPages>();
        services.TryAddSingleton<FeedEndpoints>();
        services.TryAddSingleton<ApiEndpoints>();
        return builder;
    }

    /// <summary>Lets the application's signed-in users comment as themselves, as the resolver tells who they are. The last resolver added counts.</summary>
    /// <typeparam name="TResolver">Made once per request, with its dependencies from the container.</typeparam>
    public static BlogKitBuilder AddUserResolver<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TResolver>(this BlogKitBuilder builder)
        where TResolver : class, IBlogKitUserResolver
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddScoped<IBlogKitUserResolver, TResolver>();
        return builder;
    }

    /// <summary>
    /// Lets the application's signed-in users comment as themselves, known by their claims: the key from <c>NameIdentifier</c> (or <c>sub</c>),
    /// the name from the identity's name (or <c>name</c>), the e-mail address from <c>Email</c> (or <c>email</c>). Roles come from authors' profiles only.
    /// </summary>
    public static BlogKitBuilder AddClaimsUserResolver(this BlogKitBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<IBlogKitUserResolver, ClaimsUserResolver>();
        return builder;
    }
}
