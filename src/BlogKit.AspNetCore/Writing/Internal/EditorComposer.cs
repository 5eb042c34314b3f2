using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Gathers what the editor shows beside what was typed.</summary>
internal sealed class EditorComposer(
    DeskFrames desk,
    PostService posts,
    AuthorService authors,
    TaxonomyService taxonomy,
    FooterService footers,
    AutosaveService autosaves,
    IAntiforgery antiforgery,
    IIdGenerator ids,
    IOptions<BlogKitOptions> options,
    TimeProvider clock)
{
    private const int MostParents = 100;

    /// <summary>
    /// The editor of a post, or of a new one (null). Commands: authors (for editors), categories, series, footer blocks, pages, autosave;
    /// each 1.
    /// </summary>
    public async Task<EditorModel> ComposeAsync(
        BlogRequest request,
        Post? post,
        EditorInput input,
        ImmutableArray<EditorError> errors = default,
        PostId? newId = null,
        bool offersAutosave = false)
    {
        var blog = request.Blog.Id;
        var actor = request.Actor.ForBlog(blog);
        var now = clock.GetUtcNow();
        var status = post?.GetStatusAt(now) ?? PostStatus.Draft;
        var text = request.Text;
        var title = post is null ? text["writer.new"] : text.Format("writer.edit-title", post.Title);
        var blocks = await footers.ListAllAsync(blog, request.Aborted).ConfigureAwait(false);
        var categories = await taxonomy.ListAllCategoriesAsync(blog, request.Aborted).ConfigureAwait(false);
        var isPage = post?.Kind is PostKind.Page || (post is null && input.Kind is "page");
        return new EditorModel(
            await desk.FrameAsync(request, DeskSection.Posts, title).ConfigureAwait(false),
            WriterLinks.Editor(request.Links, post?.Id),
            antiforgery.GetAndStoreTokens(request.Http))
        {
            Post = post,
            NewId = post is null ? newId ?? new PostId(ids.Next()) : null,
            Input = input,
            Errors = errors.IsDefault ? [] : errors,
            Warnings = Warnings(input, text),
            Status = status,
            Actions = input.Format is "html" && posts.HasRenderer(PostFormat.Html)
                ? Actions(post is null ? null : status, actor).Insert(2, EditorAction.Convert)
                : Actions(post is null ? null : status, actor),
            DeleteUrl = post is not null && actor.CanEditOthers && status is PostStatus.Draft or PostStatus.Archived
                ? WriterLinks.Delete(request.Links, post!.Id)
                : null,
            HasHtml = posts.HasRenderer(PostFormat.Html),
            CanPin = actor.CanEditOthers,
            Categories = InTreeOrder(categories),
            Series = await taxonomy.ListAllSeriesAsync(blog, request.Aborted).ConfigureAwait(false),
            Authors = actor.CanEditOthers ? await authors.ListAllAsync(blog, request.Aborted).ConfigureAwait(false) : [],
            Footers = [.. blocks.Where(static b => b.Scope is FooterBlockScope.Post)],
            Parents = isPage || post is null ? await PagesAsync(request, post?.Id).ConfigureAwait(false) : [],
            Autosave = offersAutosave ? await OfferAsync(request, post, input).ConfigureAwait(false) : null,
            MaximumTitleLength = options.Value.Posts.MaximumTitleLength,
        };
    }

    /// <summary>What the fields will look like. One command where authors are named.</summary>
    public async Task<PostPreviewModel> PreviewAsync(BlogRequest request, Post? before, EditorInput input)
    {
        var (post, _) = EditorForm.Apply(
            input, before ?? Blank(request), isNew: before is null, request.Text, request.Actor.ForBlog(request.Blog.Id));
        var preview = await posts.PreviewAsync(
            request.Blog.Id, post.Format, input.Markdown, post.AuthorIds, request.Aborted).ConfigureAwait(false);
        var rendered = preview.Succeeded
            ? preview.Value
            : posts.Preview(WriterText.ForForm(preview.Errors, request.Text)[0].Message, request.Aborted);
        var slug = post.Slug.Value.Length == 0 ? Slug.From(input.Title) : post.Slug;
        return new PostPreviewModel(request.Text, input.Title, rendered)
        {
            Path = request.Links.Post(slug),
            Image = post.FeaturedImage,
            SearchTitle = post.Seo.Title
                ?? (input.Title.Trim() is { Length: > 0 } title ? $"{title} · {request.Blog.Name}" : request.Blog.Name),
            SearchUrl = request.Links.Absolute(request.Links.Post(slug)),
            SearchDescription = post.Seo.Description ?? ShortText.Description(post.Excerpt ?? rendered.ExcerptText),
            NoIndex = post.Seo.NoIndex,
        };
    }

    /// <summary>A post before it is one.</summary>
    public Post Blank(BlogRequest request)
    {
        var now = clock.GetUtcNow();
        return new Post
        {
            Id = default,
            BlogId = request.Blog.Id,
            Slug = default,
            Title = "",
            Markdown = "",
            Rendered = posts.Preview(""),
            RendererVersion = 0,
            AuthorIds = request.Actor.AuthorId is { } self ? [self] : [],
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    private static ImmutableArray<EditorAction> Actions(PostStatus? status, Actor actor)
    {
        var actions = ImmutableArray.CreateBuilder<EditorAction>();
        actions.AddRange(EditorAction.Save, EditorAction.Preview);
        if (status is null or PostStatus.Draft)
        {
            actions.Add(EditorAction.Review);
        }

        if (actor.CanPublish)
        {
            if (status is not PostStatus.Published)
            {
                actions.Add(EditorAction.Publish);
            }

            if (status is null or PostStatus.Draft or PostStatus.PendingReview or PostStatus.Scheduled or PostStatus.Private)
            {
                actions.Add(EditorAction.Schedule);
            }
        }

        if (status is not null and not PostStatus.Draft)
        {
            actions.Add(EditorAction.Draft);
        }

        if (status is PostStatus.Archived)
        {
            actions.Add(EditorAction.Unarchive);
        }

        if (actor.CanPublish && status is not null)
        {
            if (status is not PostStatus.Private)
            {
                actions.Add(EditorAction.Private);
            }

            if (status is not PostStatus.Archived)
            {
                actions.Add(EditorAction.Archive);
            }
        }

        return actions.DrainToImmutable();
    }

    private static ImmutableArray<CategoryChoice> InTreeOrder(ImmutableArray<Category> categories)
    {
        var below = categories.ToLookup(static c => c.ParentId);
        var ordered = ImmutableArray.CreateBuilder<CategoryChoice>(categories.Length);
        var open = new Stack<CategoryChoice>(below[null].Reverse().Select(static c => new CategoryChoice { Category = c }));
        while (open.TryPop(out var next))
        {
            ordered.Add(next);
            foreach (var child in below[next.Category.Id].Reverse())
            {
                open.Push(new CategoryChoice { Category = child, Depth = next.Depth + 1 });
            }
        }

        return ordered.DrainToImmutable();
    }

    private static ImmutableArray<string> Warnings(EditorInput input, BlogText text)
    {
        var without = MarkdownPictures.CountWithoutAlternative(input.Markdown)
            + (input.ImageUrl.Length > 0 && string.IsNullOrWhiteSpace(input.ImageAlt) ? 1 : 0);
        return without == 0 ? [] : [text.FormatCount("writer.no-alt", without)];
    }

    private async Task<ImmutableArray<PostLink>> PagesAsync(BlogRequest request, PostId? self)
    {
        var pages = await posts.ListForDeskAsync(
            new DeskPostsQuery(request.Blog.Id) { Kind = PostKind.Page, Size = Math.Min(MostParents, options.Value.Posts.MaximumPageSize) },
            request.Actor,
            request.Aborted).ConfigureAwait(false);
        return pages.Succeeded
            ? [.. pages.Value.Items.Where(p => p.Id != self).Select(static p => new PostLink(p.Id, p.Slug, p.Title))]
            : [];
    }

    private async Task<AutosaveOffer?> OfferAsync(BlogRequest request, Post? post, EditorInput input)
    {
        var kept = await autosaves.FindAsync(request.Blog.Id, post?.Id, request.Actor, request.Aborted).ConfigureAwait(false);
        if (kept is null)
        {
            return null;
        }

        var typed = EditorForm.From(kept);
        var difference = TextDiffer.Compare(Whole(input), Whole(typed));
        return difference.IsEmpty && string.Equals(kept.Fields, EditorForm.Keep(input), StringComparison.Ordinal)
            ? null
            : new AutosaveOffer(
                kept.SavedAt,
                BlogLinks.WithQuery(WriterLinks.Editor(request.Links, post?.Id), "restore", "1"),
                WriterLinks.Discard(request.Links),
                difference);
    }

    /// <summary>Title and text as one, to be compared.</summary>
    public static string Whole(EditorInput input) => input.Title + "\n\n" + input.Markdown;
}
