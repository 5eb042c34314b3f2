using BlogKit;
using BlogKit.Html;
using BlogKit.Interchange;
using BlogKit.Interchange.Internal;
using BlogKit.Redirects;
using BlogKit.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the moving in and out of blogs.</summary>
public static class BlogKitInterchangeExtensions
{
    /// <summary>
    /// Adds <see cref="BlogImporter"/>, <see cref="BlogCopy"/> and <see cref="WxrWriter"/>, and the reading of HTML
    /// (<see cref="BlogKitHtmlExtensions.AddHtml"/>) unless it was added before.
    /// </summary>
    /// <param name="builder">The builder.</param>
    public static BlogKitBuilder AddInterchange(this BlogKitBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddHtml();
        builder.Services.TryAddSingleton(static s => new ImportServices(
            Get<IBlogStore>(s),
            Get<IAuthorStore>(s),
            Get<ITaxonomyStore>(s),
            Get<IPostStore>(s),
            Get<ICommentStore>(s),
            Get<IThreadStore>(s),
            Get<ICommentIntakeStore>(s),
            Get<ICommentChangeStore>(s),
            Get<IOriginStore>(s),
            Get<IRedirectStore>(s),
            Get<RedirectService>(s),
            Get<PostService>(s),
            Get<AuthorService>(s),
            s.GetService<IMediaStore>() is null ? null : s.GetService<MediaService>(),
            Get<IMarkdownRenderer>(s),
            Get<IHtmlPostRenderer>(s),
            Get<PostHtml>(s),
            Get<IOptions<BlogKitOptions>>(s).Value,
            Get<BlogChanges>(s),
            Get<TimeProvider>(s)));
        builder.Services.TryAddSingleton(static s => new BlogImporter(Get<ImportServices>(s)));
        builder.Services.TryAddSingleton(static s => new WxrWriter(
            Get<IBlogStore>(s),
            new WxrStores(
                Get<IAuthorStore>(s),
                Get<ITaxonomyStore>(s),
                Get<IPostStore>(s),
                Get<ITransferStore>(s),
                Get<IModerationStore>(s),
                Get<ICommentStore>(s)),
            Get<TimeProvider>(s)));
        builder.Services.TryAddSingleton(static s => new CopyServices(
            Get<ITransferStore>(s),
            Get<IPostStore>(s),
            Get<ICommentStore>(s),
            Get<IAuthorStore>(s),
            Get<IFooterStore>(s),
            s.GetService<IMediaStore>(),
            Get<TransferRendering>(s),
            Get<RenderingRefresh>(s),
            Get<BlogChanges>(s),
            Get<TimeProvider>(s)));
        builder.Services.TryAddSingleton(static s => new BlogCopy(Get<CopyServices>(s)));
        return builder;
    }

    private static T Get<T>(IServiceProvider services)
        where T : notnull => services.GetRequiredService<T>();
}
