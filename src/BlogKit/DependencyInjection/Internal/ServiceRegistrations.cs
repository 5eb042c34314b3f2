using BlogKit.Moderation;
using BlogKit.Redirects;
using BlogKit.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BlogKit.Internal;

/// <summary>
/// How every service is made. Their constructors are internal, so that a further dependency breaks nobody: what one needs is written here
/// and there, and the compiler compares the two.
/// </summary>
internal static class ServiceRegistrations
{
    public static IServiceCollection AddBlogServices(this IServiceCollection services)
    {
        services.TryAddSingleton(static s => new BlogService(
            Get<IBlogStore>(s), Get<IIdGenerator>(s), Get<TimeProvider>(s), Get<BlogChanges>(s), Get<RenderingRefresh>(s)));
        services.TryAddSingleton(static s => new PostService(
            Get<IBlogStore>(s), Get<IPostStore>(s), Get<IAuthorStore>(s), Get<ITaxonomyStore>(s), Get<IFooterStore>(s),
            new PostRenderers(Get<IMarkdownRenderer>(s), s.GetService<IHtmlPostRenderer>()), Options(s).Posts, Get<IIdGenerator>(s),
            Get<TimeProvider>(s), Get<BlogChanges>(s), Get<ILogger<PostService>>(s)));
        services.TryAddSingleton(static s => new AutosaveService(
            Get<IAutosaveStore>(s), Get<PostService>(s), Options(s).Posts, Get<TimeProvider>(s)));
        services.TryAddSingleton(static s => new AuthorService(
            Get<IAuthorStore>(s), Get<IBlogStore>(s), Get<RenderingRefresh>(s), Get<IMarkdownRenderer>(s), Get<IIdGenerator>(s),
            Get<TimeProvider>(s), Get<BlogChanges>(s)));
        services.TryAddSingleton(static s => new DisplayNameService(
            Get<IDisplayNameStore>(s), Get<IAuthorStore>(s), Options(s).Comments, Get<TimeProvider>(s)));
        services.TryAddSingleton(static s => new TaxonomyService(Get<ITaxonomyStore>(s), Get<IIdGenerator>(s), Get<BlogChanges>(s)));
        services.TryAddSingleton(static s => new RedirectService(Get<IRedirectStore>(s), Get<BlogChanges>(s)));
        services.TryAddSingleton(static s => new FooterService(
            Get<IBlogStore>(s), Get<IFooterStore>(s), Get<IAuthorStore>(s), Get<IMarkdownRenderer>(s), Get<IIdGenerator>(s),
            Get<BlogChanges>(s)));
        services.TryAddSingleton<WebGuard>();
        services.TryAddSingleton(static s => new GuardedWeb(Get<WebGuard>(s), Get<TimeProvider>(s)));
        services.TryAddSingleton(static s => new MediaService(
            s.GetService<IMediaStore>() ?? throw new InvalidOperationException(
                "BlogKit has no store of files. Call UseMediaFolder, UseMediaStore or AddWeb after AddBlogKit."),
            Get<GuardedWeb>(s),
            Get<TimeProvider>(s)));
        services.TryAddSingleton(static s => new CommentTexts(Get<IMarkdownRenderer>(s), Get<IThreadStore>(s)));
        services.TryAddSingleton(static s => new CommentIntake(
            Get<ICommentIntakeStore>(s), Get<ICommentChangeStore>(s), Get<ModerationPipeline>(s), Get<CommentTexts>(s),
            Get<IIdGenerator>(s), Get<TimeProvider>(s), Get<BlogChanges>(s), Get<ILogger<CommentService>>(s)));
        services.TryAddSingleton(static s => new CommentService(
            Get<ICommentStore>(s), Get<ICommentIntakeStore>(s), Get<ICommentChangeStore>(s), Get<IModerationLogStore>(s),
            Get<IFeedbackStore>(s), Get<IBlogStore>(s), Get<CommentIntake>(s), Get<CommentTexts>(s), Options(s).Comments,
            Get<TimeProvider>(s), Get<BlogKitInstruments>(s), Get<BlogChanges>(s)));
        services.TryAddSingleton(static s => new ThreadService(
            Get<IThreadStore>(s), Get<IFeedbackStore>(s), Options(s).Threads, Options(s).Comments.EditWindow, Get<TimeProvider>(s)));
        services.TryAddSingleton(static s => new SearchService(
            Get<ISearchStore>(s), Options(s).Search, Get<TimeProvider>(s)));
        services.TryAddSingleton(static s => new RenderingRefresh(
            Get<IBlogStore>(s), Get<IPostStore>(s), Get<IAuthorStore>(s), Get<IFooterStore>(s), Get<ICommentUpkeepStore>(s),
            Get<CommentTexts>(s), Get<PostService>(s), Get<FooterService>(s), Get<IMarkdownRenderer>(s), Get<BlogChanges>(s),
            Get<ILogger<RenderingRefresh>>(s)));
        services.TryAddSingleton(static s => new TransferRendering(
            Get<IBlogStore>(s), Get<PostService>(s), Get<FooterService>(s), Get<CommentTexts>(s), Get<IMarkdownRenderer>(s)));
        return services;
    }

    public static IServiceCollection AddModerationServices(this IServiceCollection services)
    {
        services.TryAddSingleton<WriterBans>();
        services.TryAddSingleton<CommentModeration>();
        services.TryAddSingleton(static s => new ModerationService(
            Get<ICommentStore>(s), Get<ICommentIntakeStore>(s), Get<ICommentChangeStore>(s), Get<IDisplayNameStore>(s),
            Get<CommentModeration>(s), Get<TimeProvider>(s), Get<BlogChanges>(s), Get<ILogger<ModerationService>>(s)));
        services.TryAddSingleton(static s => new ModerationQueueService(
            Get<IModerationStore>(s), Get<ICommentStore>(s), Get<ICommentIntakeStore>(s), Get<IModerationLogStore>(s),
            Get<IFlagStore>(s), Get<TimeProvider>(s)));
        services.TryAddSingleton(static s => new ModerationLogService(Get<IModerationLogStore>(s), Get<ICommentStore>(s)));
        services.TryAddSingleton(static s => new BulkModerationService(
            Get<IModerationLogStore>(s), Get<WriterBans>(s), Get<CommentModeration>(s), Get<IIdGenerator>(s), Get<TimeProvider>(s)));
        services.TryAddSingleton(static s => new BanService(Get<IBanStore>(s), Get<ICommentStore>(s), Get<TimeProvider>(s)));
        services.TryAddSingleton(static s => new FlagService(
            Get<ICommentStore>(s), Get<ICommentChangeStore>(s), Get<IModerationLogStore>(s), Get<IFlagStore>(s),
            Moderation(s).Flags, Get<TimeProvider>(s), Get<BlogChanges>(s), Get<ILogger<FlagService>>(s)));
        services.TryAddSingleton(static s => new AppealService(
            Get<ICommentStore>(s), Get<ICommentChangeStore>(s), Moderation(s).Appeals, Get<TimeProvider>(s), Get<BlogChanges>(s),
            Get<ILogger<AppealService>>(s)));
        services.TryAddSingleton(static s => new RetentionService(
            Get<IBlogStore>(s), Get<ICommentChangeStore>(s), Get<IModerationStore>(s), Get<IChangeStore>(s), Moderation(s).Retention,
            Get<TimeProvider>(s), Get<BlogChanges>(s), Get<ILogger<RetentionService>>(s)));
        services.TryAddSingleton(static s => new ReevaluationService(
            Get<IModerationStore>(s), Get<ICommentStore>(s), Get<ICommentChangeStore>(s), Get<IJudgeAgain>(s),
            Get<IIdGenerator>(s), Get<TimeProvider>(s),
            Get<BlogChanges>(s), Get<ILogger<ReevaluationService>>(s)));
        return services;
    }

    private static BlogKitOptions Options(IServiceProvider services) => Get<IOptions<BlogKitOptions>>(services).Value;

    private static ModerationOptions Moderation(IServiceProvider services) => Options(services).Moderation;

    private static T Get<T>(IServiceProvider services)
        where T : notnull => services.GetRequiredService<T>();
}
