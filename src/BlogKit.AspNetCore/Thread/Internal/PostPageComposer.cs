using System.Security.Cryptography;
using BlogKit.AspNetCore.Endpoints;
using BlogKit.Moderation;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Gathers a post's page. Commands beyond the blog's and the post's own: authors 1, footer blocks 1, categories 1 where it has any,
/// series 2 where it is in one, thread 3 (5 for a known viewer; 1 more when a comment was asked for), and 1 for the comment answered or
/// just sent.
/// </summary>
internal sealed class PostPageComposer(
    AuthorService authors,
    FooterService footers,
    TaxonomyService taxonomy,
    PostService posts,
    ThreadService threads,
    CommentService comments,
    IAntiforgery antiforgery,
    IOptions<AntiforgeryOptions> antiforgeryOptions,
    IFormTokens formTokens,
    IDataProtectionProvider protection,
    IOptions<BlogKitOptions> options,
    IOptions<PageOptions> pageOptions,
    IOptions<LiveOptions> live,
    IEnumerable<IEndpointLinks> endpoints,
    KeptComments kept,
    TimeProvider clock)
{
    private const int KeyBytes = 16;

    public async Task<Result<PostModel>> ComposeAsync(BlogRequest request, Post post, PostPageQuery query)
    {
        var aborted = request.Aborted;
        var now = clock.GetUtcNow();
        var model = new PostModel(Frame(request, post, query), ReaderPost.Of(post))
        {
            IsPublished = post.IsReadableAt(now),
            Authors =
            [
                .. (await authors.FindManyAsync(post.BlogId, post.AuthorIds, aborted).ConfigureAwait(false)).Select(ReaderAuthor.Of),
            ],
            Categories = post.CategoryIds.IsEmpty
                ? []
                : [.. (await taxonomy.ListAllCategoriesAsync(post.BlogId, aborted).ConfigureAwait(false)).Where(
                    c => post.CategoryIds.Contains(c.Id))],
            Footers = [.. (await footers.ListAllForPostAsync(post, aborted).ConfigureAwait(false)).Select(ReaderFooter.Of)],
        };
        if (post.SeriesId is { } seriesId)
        {
            model = model with
            {
                Series = (await taxonomy.ListAllSeriesAsync(
                    post.BlogId,
                    aborted).ConfigureAwait(false)).FirstOrDefault(s => s.Id == seriesId),
                Neighbours = await posts.ReadNeighboursAsync(post.BlogId, post.Id, aborted).ConfigureAwait(false),
            };
        }

        var settings = request.Blog.Comments.With(post.Comments);
        if (settings.Mode is CommentMode.Hidden)
        {
            if (query is not { Cursor: null, Sort: null, Holding: null })
            {
                // Nobody read what was asked for: whatever it is, no page is kept for it.
                request.KeepToVisitor();
            }

            return Described(model);
        }

        var whole = await WithThreadAsync(request, post, model, settings, query, now).ConfigureAwait(false);
        return whole.Succeeded ? Described(whole.Value) : whole;
    }

    /// <summary>A refused comment without the thread: one command where a comment is answered, else none.</summary>
    public async Task<RefusedCommentModel> ComposeRefusedAsync(BlogRequest request, Post post, PostPageQuery query)
    {
        var model = new RefusedCommentModel(request.Frame(post.Title) with { NoIndex = true }, ReaderPost.Of(post))
        {
            ThreadUrl = query.ReturnTo ?? request.Links.Post(post.Slug),
        };
        // As on the page with the thread: what is refused for another reason first cannot be taken there either, and where the discussion
        // is hidden, nobody is shown what is answered.
        var isClosed = request.Blog.Comments.With(post.Comments).FindClosedReason(post.PublishedAt, shownComments: 0, clock.GetUtcNow());
        var mustSignIn = isClosed is null && MustSignIn(request);
        if (query.WhyNoForm is not null || isClosed is not null || mustSignIn)
        {
            return model with
            {
                WhyNoForm = query.WhyNoForm ?? WhyNoForm(request.Text, isClosed, mustSignIn),
                SignInUrl = mustSignIn ? SignInUrl(request, post, query) : null,
                RefusedText = query.RefusedText ?? "",
            };
        }

        var answered = query.ReplyTo is { } replyTo ? await FindAnsweredAsync(request, post, replyTo).ConfigureAwait(false) : null;
        return model with
        {
            Form = Form(request, post, answered, query, blocks: []) with
            {
                CancelUrl = model.ThreadUrl + "#respond",
                AnsweredHtml = answered is null ? null : ShownHtml.Comment(answered.Html, request.Links).Value,
                Antiforgery = SentTokens(request),
            },
        };
    }

    private async Task<Result<PostModel>> WithThreadAsync(
        BlogRequest request, Post post, PostModel model, CommentSettings settings, PostPageQuery query, DateTimeOffset now)
    {
        var held = await FindJustHeldAsync(request, post, query.Held).ConfigureAwait(false);
        var answered = query.ReplyTo is { } replyTo ? await FindAnsweredAsync(request, post, replyTo).ConfigureAwait(false) : null;
        var read = await threads.ReadAsync(
            ThreadQuery.For(post) with
            {
                Sort = query.Sort,
                Cursor = query.Cursor,
                Holding = query.Holding ?? held?.ParentId ?? answered?.Id,
                Viewer = request.Actor,
            },
            request.Aborted).ConfigureAwait(false);
        if (!read.Succeeded)
        {
            return read.Error;
        }

        var page = held is null ? read.Value : OwnComments.Show(read.Value, held);
        if (query.Holding is { } wanted && !CommentMarkup.Holds(page.Roots, wanted))
        {
            request.KeepToVisitor();
        }

        var isClosed = settings.FindClosedReason(post.PublishedAt, page.ShownComments, now);
        if (isClosed is ThreadClosedReason.ByCount && request.Actor.CanModerate)
        {
            isClosed = null;
        }

        if (post.Kind is PostKind.Page && isClosed is not null && page.ShownComments == 0 && query.Notice is null)
        {
            return model;
        }

        var highlighted = query.Holding ?? held?.Id;
        var isOnPage = query.Notice is not null && highlighted is { } one && CommentMarkup.Holds([.. page.Roots, .. page.Held], one);
        var mustSignIn = isClosed is null && MustSignIn(request);
        var isFile = request.IsStatic;
        var takesComments = isClosed is null && !mustSignIn && model.IsPublished && !isFile;
        // What everybody is shown holds nobody's token: the browser says where its forms are sent from.
        var tokens = request.Shared is null && !isFile ? Forms.TokensFor(request.Http, antiforgery) : null;
        var thread = new ThreadModel(request.Links, post.Slug, page)
        {
            Title = post.Title,
            Language = request.Blog.Language,
            Text = request.Text,
            BlogId = post.BlogId,
            Avatars = pageOptions.Value.Avatars,
            Reactions = request.Blog.Reactions,
            CanReply = takesComments,
            IsStatic = isFile,
            CanFlag = !isFile && options.Value.Moderation.Flags.Enabled,
            Antiforgery = tokens,

            // What answers a form is at the form's address.
            PageUrl = !HttpMethods.IsGet(request.Http.Request.Method) ? null : query.ReturnTo ?? (request.IsOwnDocument ? "" : null),
            LiveUrl = isClosed is null && !isFile && model.IsPublished && post.Visibility is not PostVisibility.Password
                && live.Value.Enabled
                ? request.Links.PostLive(post.Slug)
                : null,
            Highlighted = highlighted,
            Notice = isOnPage ? query.Notice : null,
            Sort = query.Sort,
        };
        return model with
        {
            Thread = await kept.MakeAsync(thread).ConfigureAwait(false),
            Form = takesComments ? Form(request, post, answered, query, model.Footers) with { Antiforgery = tokens } : null,
            WhyNoForm = takesComments ? null : isFile ? request.Text["openweb.read-only"] : WhyNoForm(request.Text, isClosed, mustSignIn),
            SignInUrl = mustSignIn ? SignInUrl(request, post, query) : null,
            RefusedText = query.RefusedText,
            JustHeld = held?.Id,
            Notice = isOnPage ? null : query.Notice,
            IsWaiting = query.Held is not null && query.ReturnTo is not null,
        };
    }

    private bool MustSignIn(BlogRequest request) =>
        !options.Value.Comments.AllowGuests && request.Actor.Kind is ActorKind.Anonymous or ActorKind.Guest;

    // The proof that the form brought serves again: making another costs more than all else about a refusal. A form that brought none, from
    // a page that is made for everybody, needs none.
    private AntiforgeryTokenSet? SentTokens(BlogRequest request) =>
        request.Http.Request.HasFormContentType
        && Forms.Field(request.Http.Request.Form, antiforgeryOptions.Value.FormFieldName) is { Length: > 0 } sent
            ? new AntiforgeryTokenSet(
                sent, cookieToken: null, antiforgeryOptions.Value.FormFieldName, antiforgeryOptions.Value.HeaderName)
            : null;

    private string? SignInUrl(BlogRequest request, Post post, PostPageQuery query) => ApplicationLink.ToSignIn(
        request.Http.Request, pageOptions.Value.SignInPath, (query.ReturnTo ?? request.Links.Post(post.Slug)) + "#respond");

    private static string WhyNoForm(BlogText text, ThreadClosedReason? reason, bool mustSignIn) => text[reason switch
    {
        ThreadClosedReason.ByAge => "thread.closed.by-age",
        ThreadClosedReason.ByCount => "thread.closed.by-count",
        ThreadClosedReason.ByHand => "thread.closed.by-hand",
        _ => mustSignIn ? "thread.sign-in-first" : "thread.not-open-yet",
    }];

    private PageFrame Frame(BlogRequest request, Post post, PostPageQuery query)
    {
        var isPlain = query is { Cursor: null, Sort: null, Holding: null, Held: null, ReplyTo: null, Input: null, Notice: null };
        var frame = request.Frame(post.Seo.Title ?? post.Title);
        return frame with
        {
            Feeds = [.. frame.Feeds, .. ThreadFeeds.Of(request, post)],
            Endpoints = request.IsStatic
                ? []
                : [.. frame.Endpoints, .. endpoints.SelectMany(all => all.GetLinksOfPost(request.Http, request.Blog, request.Links, post))],
            Description = post.Seo.Description
                ?? (post.Visibility is PostVisibility.Password ? null : ShortText.Description(post.Rendered.ExcerptText)),
            Canonical = post.Seo.CanonicalUrl?.AbsoluteUri ?? request.Links.Absolute(request.Links.Post(post.Slug)),
            NoIndex = !isPlain || post.Visibility is not PostVisibility.Public || post.Seo.NoIndex,
        };
    }

    // Pages that search engines are not to list have nothing to tell them either.
    private PostModel Described(PostModel model)
    {
        if (model.Frame.NoIndex)
        {
            return model;
        }

        var picture = PostFace.Picture(model.Post, model.Frame.Links);
        return model with
        {
            Frame = model.Frame with
            {
                Metadata = new PageMetadata
                {
                    Type = "article",
                    ImageUrl = picture?.Url,
                    ImageText = picture?.AlternativeText,
                    ImageWidth = picture?.Width,
                    ImageHeight = picture?.Height,
                    PublishedAt = model.Post.PublishedAt,
                    ModifiedAt = PostFace.ChangedAt(model.Post),
                    AuthorUrls = [.. model.Authors.Select(a => model.Frame.Links.Absolute(model.Frame.Links.Author(a.Slug)))],
                    Tags = [.. model.Post.Tags.Select(static t => t.Name)],
                },
                StructuredData = StructuredData.ForPost(model, pageOptions.Value.StructuredComments),
            },
        };
    }

    /// <summary>The viewer's own comment that waits, or that they are to believe waits; null for anything else.</summary>
    private async Task<Comment?> FindJustHeldAsync(BlogRequest request, Post post, CommentId? id)
    {
        if (id is not { } wanted || request.Actor.Key is null)
        {
            return null;
        }

        var found = await comments.GetAsync(request.Blog.Id, wanted, request.Actor, request.Aborted).ConfigureAwait(false);
        return found is { Succeeded: true, Value: { Status: CommentStatus.Pending or CommentStatus.Spam } comment }
            && comment.PostId == post.Id
            && comment.IsOwnedBy(request.Actor)
            ? comment
            : null;
    }

    private async Task<Comment?> FindAnsweredAsync(BlogRequest request, Post post, CommentId id)
    {
        var found = await comments.GetAsync(request.Blog.Id, id, request.Actor, request.Aborted).ConfigureAwait(false);
        return found is { Succeeded: true, Value: { Status: CommentStatus.Approved } comment } && comment.PostId == post.Id
            ? comment
            : null;
    }

    private CommentFormModel Form(
        BlogRequest request, Post post, Comment? answered, PostPageQuery query, ImmutableArray<ReaderFooter> blocks)
    {
        var isKnown = request.Actor.Kind is ActorKind.User or ActorKind.Author;
        var input = query.Input;
        if (input is null && !isKnown && RememberedCommenter.Read(request.Http, protection) is { } remembered)
        {
            input = new CommentInput(remembered.Name, remembered.Email, remembered.Url, null, Remember: true);
        }

        return new CommentFormModel(request.Links.PostComments(post.Slug))
        {
            IdempotencyKey = request.Shared is null ? WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(KeyBytes)) : null,
            ShownToken = query.ShownToken ?? formTokens.Issue(post.Id),
            Text = request.Text,
            PreviewUrl = request.Links.PostPreview(post.Slug),
            PreviewHtml = query.PreviewHtml,
            HomePath = request.Links.Home,
            ReturnTo = query.ReturnTo,
            PageUrl = request.PageUrl,
            ParentId = answered?.Id,
            ParentName = answered?.By.Name,
            CancelUrl = ((HttpMethods.IsGet(request.Http.Request.Method) ? query.ReturnTo : null)
                ?? request.Links.Post(post.Slug)) + "#respond",
            SignedInAs = isKnown ? request.Actor.Name : null,
            NeutralName = request.Actor.NameSource is NameSource.Neutral ? request.Actor.Name : null,
            ChangeNameUrl = request.Actor.NameSource is NameSource.Chosen && !request.Links.IsFramed
                ? BlogLinks.WithQuery(request.Links.DisplayName, DisplayNameForm.ReturnTo, query.ReturnTo ?? request.Links.Post(post.Slug))
                : null,
            RequireName = options.Value.Comments.RequireName,
            RequireEmail = options.Value.Comments.RequireEmail,
            Input = input ?? CommentInput.Empty,
            Errors = query.Errors,
            IsPreview = query.IsPreview,
            Policies = [.. blocks.Where(static b => b.Kind is FooterBlockKind.CommentPolicy)],
        };
    }
}
