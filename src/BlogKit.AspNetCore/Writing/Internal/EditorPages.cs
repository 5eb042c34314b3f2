using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The editor: shows it, saves from it, previews and keeps what is typed in it.</summary>
internal sealed class EditorPages(
    PostDeskPages list,
    PostService posts,
    AutosaveService autosaves,
    EditorComposer composer,
    WriterForms forms,
    PageRenderer renderer,
    Messages messages,
    IOptions<BlogKitOptions> options,
    TimeProvider clock)
{
    /// <summary>GET desk/posts/new.</summary>
    public async Task ShowNewAsync(BlogRequest request)
    {
        var input = EditorInput.Empty with { Kind = request.FindQueryValue("kind") is "page" ? "page" : "post" };
        await ShowAsync(request, null, input).ConfigureAwait(false);
    }

    /// <summary>GET desk/posts/{id}.</summary>
    public async Task ShowAsync(BlogRequest request)
    {
        if (await list.FindAsync(request).ConfigureAwait(false) is { } post)
        {
            await ShowAsync(request, post, EditorForm.From(post)).ConfigureAwait(false);
        }
    }

    /// <summary>POST desk/posts/new.</summary>
    public async Task CreateAsync(BlogRequest request)
    {
        if (await ReadAsync(request, WriterLinks.New(request.Links)).ConfigureAwait(false) is not var (form, input, action))
        {
            return;
        }

        PostId? newId = PostId.TryParse(Forms.Field(form, EditorFields.NewId), null, out var id) && id.Value.Version == 7 ? id : null;
        if (action is EditorAction.Preview)
        {
            await ShowPreviewAsync(request, null, input, newId).ConfigureAwait(false);
            return;
        }

        if (action is EditorAction.Convert)
        {
            await ConvertAsync(request, null, input, newId).ConfigureAwait(false);
            return;
        }

        // Sent twice: the first made the post.
        if (newId is { } known
            && await posts.GetAsync(
                request.Blog.Id, known, request.Actor, request.Aborted).ConfigureAwait(false) is { Succeeded: true, Value: var made })
        {
            Redirection.Write(request.Http, StatusCodes.Status303SeeOther, WriterLinks.Edit(request.Links, known));
            return;
        }

        var actor = request.Actor.ForBlog(request.Blog.Id);
        var (post, errors) = EditorForm.Apply(input, composer.Blank(request), isNew: true, request.Text, actor);
        var at = ReadMoment(request, input, action, ref errors);
        if (!errors.IsEmpty)
        {
            await ShowAsync(request, null, input, StatusCodes.Status400BadRequest, errors, newId).ConfigureAwait(false);
            return;
        }

        var slug = post.Slug.Value.Length > 0 ? post.Slug
            : ReservedSlugs.Contains(Slug.From(post.Title)) ? Slug.From(post.Title).WithNumber(2)
            : (Slug?)null;
        var created = await posts.CreateAsync(
            new NewPost(request.Blog.Id, post.Title, post.Markdown)
            {
                Id = newId,
                Format = post.Format,
                Kind = post.Kind,
                ParentId = post.ParentId,
                Slug = slug,
                AuthorIds = post.AuthorIds,
                Excerpt = post.Excerpt,
                Tags = [.. post.Tags.Select(static t => t.Name)],
                CategoryIds = post.CategoryIds,
                SeriesId = post.SeriesId,
                SeriesPosition = post.SeriesPosition,
                FooterBlockIds = post.FooterBlockIds,
                FeaturedImage = post.FeaturedImage,
                Seo = post.Seo,
                IsPinned = post.IsPinned,
                Comments = post.Comments == PostCommentSettings.Inherited ? null : post.Comments,
                Visibility = post.Visibility,
                Password = post.Visibility is PostVisibility.Password ? input.Password : null,
            },
            request.Actor,
            request.Aborted).ConfigureAwait(false);
        if (!created.Succeeded)
        {
            await RefuseAsync(request, null, input, created.Errors, newId).ConfigureAwait(false);
            return;
        }

        await autosaves.DiscardAsync(request.Blog.Id, null, request.Actor, request.Aborted).ConfigureAwait(false);
        await FinishAsync(request, created.Value, input, action, at).ConfigureAwait(false);
    }

    /// <summary>POST desk/posts/{id}.</summary>
    public async Task SaveAsync(BlogRequest request)
    {
        if (await list.FindAsync(request).ConfigureAwait(false) is not { } before
            || await ReadAsync(request, WriterLinks.Edit(request.Links, before.Id)).ConfigureAwait(false) is not var (form, input, action))
        {
            return;
        }

        if (!WriterText.TryReadVersion(form, out var version))
        {
            await ShowAsync(
                request,
                before,
                input,
                StatusCodes.Status400BadRequest,
                [new EditorError(null, request.Text["writer.error.form"])]).ConfigureAwait(false);
            return;
        }

        if (action is EditorAction.Preview)
        {
            await ShowPreviewAsync(request, before with { Version = version }, input, null).ConfigureAwait(false);
            return;
        }

        if (action is EditorAction.Convert)
        {
            await ConvertAsync(request, before with { Version = version }, input, null).ConfigureAwait(false);
            return;
        }

        if (version != before.Version)
        {
            await ShowConflictAsync(request, before, input).ConfigureAwait(false);
            return;
        }

        var (post, errors) = EditorForm.Apply(input, before, isNew: false, request.Text, request.Actor.ForBlog(request.Blog.Id));
        var at = ReadMoment(request, input, action, ref errors);
        if (!errors.IsEmpty)
        {
            await ShowAsync(request, before, input, StatusCodes.Status400BadRequest, errors).ConfigureAwait(false);
            return;
        }

        // The password comes before the text that it is to protect, and a text that is not to be read with its stage.
        Result<Post> saved = before;
        if (post.Visibility is PostVisibility.Password && input.Password.Length > 0)
        {
            saved = await posts.SetPasswordAsync(
                before.BlogId, before.Id, input.Password, request.Actor, before.Version, request.Aborted).ConfigureAwait(false);
            before = saved.Succeeded ? saved.Value : before;
        }

        var hideAs = HiddenBy(action);
        if (saved.Succeeded)
        {
            post = post with { Version = before.Version };
            saved = await (hideAs is { } hidden
                ? posts.UpdateAndHideAsync(post, hidden, request.Actor, cancellationToken: request.Aborted)
                : posts.UpdateAsync(post, request.Actor, cancellationToken: request.Aborted)).ConfigureAwait(false);
        }

        if (!saved.Succeeded)
        {
            await (saved.Error.Code is ErrorCodes.Changed
                && await posts.GetAsync(
                    before.BlogId, before.Id, request.Actor, request.Aborted).ConfigureAwait(false) is { Succeeded: true, Value: var now }
                ? ShowConflictAsync(request, now, input)
                : RefuseAsync(request, before, input, saved.Errors, null)).ConfigureAwait(false);
            return;
        }

        await FinishAsync(request, saved.Value, input, action, at, isStaged: hideAs is not null).ConfigureAwait(false);
    }

    /// <summary>POST desk/posts/preview: the preview alone, to be put into the page.</summary>
    public async Task PreviewAsync(BlogRequest request)
    {
        if (await ReadAsync(request, WriterLinks.Posts(request.Links)).ConfigureAwait(false) is not var (form, input, _))
        {
            return;
        }

        var post = await FindNamedAsync(request, form).ConfigureAwait(false);
        if (post is { Succeeded: false })
        {
            await messages.FailedAsync(request, post.Error).ConfigureAwait(false);
            return;
        }

        if (IsTooLong(input))
        {
            await WriteAsync(request.Http, StatusCodes.Status400BadRequest, request.Text["writer.error.too-long"]).ConfigureAwait(false);
            return;
        }

        var model = await composer.PreviewAsync(request, post?.Value, input).ConfigureAwait(false);
        await renderer.WriteBareAsync<Components.PostPreview, PostPreviewModel>(
            request.Http, StatusCodes.Status200OK, model).ConfigureAwait(false);
    }

    /// <summary>POST desk/posts/autosave: answers with the time it was kept at.</summary>
    public async Task AutosaveAsync(BlogRequest request)
    {
        if (await ReadAsync(request, WriterLinks.Posts(request.Links)).ConfigureAwait(false) is not var (form, input, _))
        {
            return;
        }

        PostId? postId = null;
        if (Forms.Field(form, EditorFields.Post) is { Length: > 0 } text)
        {
            if (!PostId.TryParse(text, null, out var id))
            {
                await WriteAsync(request.Http, StatusCodes.Status400BadRequest, request.Text["writer.error.form"]).ConfigureAwait(false);
                return;
            }

            postId = id;
        }

        _ = WriterText.TryReadVersion(form, out var version);
        var kept = await autosaves.SaveAsync(
            new NewAutosave(request.Blog.Id, postId, input.Title, input.Markdown)
            {
                Fields = EditorForm.Keep(input),
                BaseVersion = version,
            },
            request.Actor,
            request.Aborted).ConfigureAwait(false);
        await (kept.Succeeded
            ? WriteAsync(request.Http, StatusCodes.Status200OK, PageText.Machine(kept.Value.SavedAt))
            : WriteAsync(
                request.Http,
                ErrorStatus.Of(kept.Error, StatusCodes.Status400BadRequest),
                WriterText.ForForm(kept.Errors, request.Text)[0].Message)).ConfigureAwait(false);
    }

    /// <summary>POST desk/posts/autosave/discard.</summary>
    public async Task DiscardAsync(BlogRequest request)
    {
        if (await forms.ReadAsync(request, WriterLinks.Posts(request.Links)).ConfigureAwait(false) is not { } form)
        {
            return;
        }

        PostId? post = PostId.TryParse(Forms.Field(form, EditorFields.Post), null, out var id) ? id : null;
        await autosaves.DiscardAsync(request.Blog.Id, post, request.Actor, request.Aborted).ConfigureAwait(false);
        Redirection.Write(
            request.Http, StatusCodes.Status303SeeOther, BlogLinks.WithQuery(WriterLinks.Editor(request.Links, post), "done", "discard"));
    }

    private static async Task WriteAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.WriteAsync(text, context.RequestAborted).ConfigureAwait(false);
    }

    private static PostStatus? HiddenBy(EditorAction action) => action switch
    {
        EditorAction.Draft => PostStatus.Draft,
        EditorAction.Review => PostStatus.PendingReview,
        EditorAction.Private => PostStatus.Private,
        EditorAction.Archive => PostStatus.Archived,
        _ => null,
    };

    private DateTimeOffset? ReadMoment(BlogRequest request, EditorInput input, EditorAction action, ref ImmutableArray<EditorError> errors)
    {
        if (action is not EditorAction.Schedule)
        {
            return null;
        }

        var (at, error) = EditorForm.ReadMoment(input, clock.GetUtcNow(), request.Text);
        errors = error is null ? errors : errors.Add(error);
        return at;
    }

    private bool IsTooLong(EditorInput input) =>
        input.Markdown.Length > options.Value.Posts.MaximumLength || input.Title.Length > options.Value.Posts.MaximumTitleLength;

    /// <summary>The form with the button that was pressed; null after the answer was written.</summary>
    private async Task<(IFormCollection Form, EditorInput Input, EditorAction Action)?> ReadAsync(BlogRequest request, string backUrl)
    {
        var form = await forms.ReadAsync(
            request, backUrl, static form => Forms.Field(form, EditorFields.Markdown)).ConfigureAwait(false);
        if (form is null)
        {
            return null;
        }

        if (WriterText.ReadAction(Forms.Field(form, EditorFields.Action)) is { } action)
        {
            return (form, EditorForm.Read(form), action);
        }

        await messages.UnreadableFormAsync(request, StatusCodes.Status400BadRequest, backUrl).ConfigureAwait(false);
        return null;
    }

    /// <summary>The post a form names, if the actor may edit it; null when it names none.</summary>
    private async Task<Result<Post>?> FindNamedAsync(BlogRequest request, IFormCollection form)
    {
        if (Forms.Field(form, EditorFields.Post) is not { Length: > 0 } text)
        {
            return null;
        }

        var found = PostId.TryParse(text, null, out var id)
            ? await posts.GetAsync(request.Blog.Id, id, request.Actor, request.Aborted).ConfigureAwait(false)
            : null;
        return found is { Succeeded: true } && WriterText.MayEdit(request.Actor.ForBlog(request.Blog.Id), found.Value)
            ? found
            : BlogError.Of(ErrorKind.NotFound, ErrorCodes.PostNotFound, "There is no such post.");
    }

    /// <summary>Does what the button said beyond saving; the text is saved already.</summary>
    private async Task FinishAsync(
        BlogRequest request, Post post, EditorInput input, EditorAction action, DateTimeOffset? at, bool isStaged = false)
    {
        await autosaves.DiscardAsync(request.Blog.Id, post.Id, request.Actor, request.Aborted).ConfigureAwait(false);
        var (blog, id, version, actor, aborted) = (post.BlogId, post.Id, post.Version, request.Actor, request.Aborted);
        var done = action switch
        {
            _ when isStaged => post,
            EditorAction.Review => await posts.SubmitForReviewAsync(blog, id, actor, version, aborted).ConfigureAwait(false),
            EditorAction.Publish => await posts.PublishAsync(blog, id, actor, version, aborted).ConfigureAwait(false),
            EditorAction.Schedule => await posts.ScheduleAsync(blog, id, at!.Value, actor, version, aborted).ConfigureAwait(false),
            EditorAction.Draft => await posts.ReturnToDraftAsync(blog, id, actor, version, aborted).ConfigureAwait(false),
            EditorAction.Private => await posts.MakePrivateAsync(blog, id, actor, version, aborted).ConfigureAwait(false),
            EditorAction.Archive => await posts.ArchiveAsync(blog, id, actor, version, aborted).ConfigureAwait(false),
            EditorAction.Unarchive => await posts.UnarchiveAsync(blog, id, actor, version, aborted).ConfigureAwait(false),
            _ => post,
        };
        if (!done.Succeeded)
        {
            var errors = WriterText.ForForm(done.Errors, request.Text).Insert(0, new EditorError(null, request.Text["writer.saved-but"]));
            await ShowAsync(request, post, input with { Password = "" }, StatusOf(done.Error), errors).ConfigureAwait(false);
            return;
        }

        var next = WriterText.MayEdit(request.Actor.ForBlog(request.Blog.Id), done.Value)
            ? WriterLinks.Edit(request.Links, id)
            : WriterLinks.Posts(request.Links);
        Redirection.Write(request.Http, StatusCodes.Status303SeeOther, BlogLinks.WithQuery(next, "done", WriterText.NameOf(action)));
    }

    private Task RefuseAsync(BlogRequest request, Post? post, EditorInput input, ImmutableArray<BlogError> errors, PostId? newId) =>
        ShowAsync(request, post, input, StatusOf(errors[0]), WriterText.ForForm(errors, request.Text), newId);

    // An address that is taken is a field to be mended, like any other.
    private static int StatusOf(BlogError error) =>
        error.Code is ErrorCodes.Taken ? StatusCodes.Status400BadRequest : ErrorStatus.Of(error, StatusCodes.Status400BadRequest);

    private async Task ShowConflictAsync(BlogRequest request, Post stored, EditorInput input)
    {
        var model = await composer.ComposeAsync(request, stored, input).ConfigureAwait(false);
        model = model with { Conflict = TextDiffer.Compare(EditorComposer.Whole(EditorForm.From(stored)), EditorComposer.Whole(input)) };
        await renderer.WriteBareAsync<Components.EditorView, EditorModel>(
            request.Http, StatusCodes.Status409Conflict, model).ConfigureAwait(false);
    }

    private async Task ShowPreviewAsync(BlogRequest request, Post? post, EditorInput input, PostId? newId)
    {
        if (IsTooLong(input))
        {
            await ShowAsync(
                request,
                post,
                input,
                StatusCodes.Status400BadRequest,
                [new EditorError(EditorFields.Markdown, request.Text["writer.error.too-long"])],
                newId).ConfigureAwait(false);
            return;
        }

        var model = await composer.ComposeAsync(request, post, input, newId: newId).ConfigureAwait(false);
        model = model with { Preview = await composer.PreviewAsync(request, post, input).ConfigureAwait(false) };
        await renderer.WriteBareAsync<Components.EditorView, EditorModel>(
            request.Http, StatusCodes.Status200OK, model).ConfigureAwait(false);
    }

    /// <summary>The editor with Markdown in the place of HTML, or with the reason why the text stays.</summary>
    private async Task ConvertAsync(BlogRequest request, Post? post, EditorInput input, PostId? newId)
    {
        var markdown = input.Format is not "html" || IsTooLong(input)
            ? null
            : await posts.FindMarkdownAsync(
                request.Blog.Id, input.Markdown, (post ?? composer.Blank(request)).AuthorIds, request.Aborted).ConfigureAwait(false);
        await (markdown is null
            ? ShowAsync(
                request,
                post,
                input,
                StatusCodes.Status400BadRequest,
                [new EditorError(EditorFields.Format, request.Text["writer.error.no-markdown"])],
                newId)
            : ShowAsync(
                request, post, input with { Markdown = markdown, Format = "markdown" }, StatusCodes.Status200OK, [], newId))
            .ConfigureAwait(false);
    }

    private async Task ShowAsync(BlogRequest request, Post? post, EditorInput input)
    {
        var isRestored = false;
        var stored = post;
        if (request.FindQueryValue("restore") is not null
            && await autosaves.FindAsync(request.Blog.Id, post?.Id, request.Actor, request.Aborted).ConfigureAwait(false) is { } kept)
        {
            isRestored = true;
            input = EditorForm.From(kept);

            // Saved by somebody else since: the form then says on what it is based, and saving shows both.
            stored = post is null ? null : post with { Version = kept.BaseVersion };
        }

        var model = await composer.ComposeAsync(request, stored, input, offersAutosave: !isRestored).ConfigureAwait(false);
        var notice = isRestored ? request.Text["writer.restored"] : WriterText.Notice(request);
        await renderer.WriteBareAsync<Components.EditorView, EditorModel>(
            request.Http, StatusCodes.Status200OK, model with { Desk = model.Desk with { Notice = notice } }).ConfigureAwait(false);
    }

    private async Task ShowAsync(
        BlogRequest request, Post? post, EditorInput input, int status, ImmutableArray<EditorError> errors, PostId? newId = null)
    {
        var model = await composer.ComposeAsync(request, post, input, errors, newId).ConfigureAwait(false);
        await renderer.WriteBareAsync<Components.EditorView, EditorModel>(request.Http, status, model).ConfigureAwait(false);
    }
}
