using BlogKit.Html;
using BlogKit.Redirects;
using BlogKit.Storage;

namespace BlogKit.Interchange.Internal;

/// <summary>The parts of BlogKit that an import works with.</summary>
internal sealed record ImportServices(
    IBlogStore Blogs,
    IAuthorStore Authors,
    ITaxonomyStore Taxonomy,
    IPostStore PostStore,
    ICommentStore Comments,
    IThreadStore Threads,
    ICommentIntakeStore Intake,
    ICommentChangeStore CommentChanges,
    IOriginStore Origins,
    IRedirectStore RedirectStore,
    RedirectService Redirects,
    PostService Posts,
    AuthorService AuthorProfiles,
    MediaService? Media,
    IMarkdownRenderer Renderer,
    IHtmlPostRenderer HtmlRenderer,
    PostHtml Html,
    BlogKitOptions Options,
    BlogChanges Changes,
    TimeProvider Clock);
