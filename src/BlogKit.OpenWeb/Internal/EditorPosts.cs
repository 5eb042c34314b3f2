using BlogKit.AspNetCore.Endpoints;
using BlogKit.Internal;

namespace BlogKit.OpenWeb.Internal;

/// <summary>What editing programs do with posts, whatever they speak.</summary>
internal sealed class EditorPosts(PostService posts, TaxonomyService taxonomy, EditorTexts texts, TimeProvider clock)
{
    private const int LongestTitle = 60;
    private const int LongestAddress = 2_000;
    private const int MostSlugsTried = 100;
    private const string HtmlNote = "The text was sent as HTML.";

    /// <summary>
    /// Creates a post and, when it is to be read at once, publishes it. What cannot be done as asked is refused before anything is written.
    /// </summary>
    public async Task<Result<EditedPost>> CreateAsync(Blog blog, Actor actor, EditorPost input, CancellationToken cancellationToken)
    {
        var plan = StagePlan.Make(null, input, actor.ForBlog(blog.Id), clock.GetUtcNow());
        if (!plan.Succeeded)
        {
            return plan.Errors;
        }

        ImmutableArray<AuthorId> authorIds = actor.AuthorId is { } self ? [self] : [];
        var lost = new SortedSet<string>(StringComparer.Ordinal);
        var content = await ReadAsync(blog.Id, authorIds, null, input, lost, cancellationToken).ConfigureAwait(false);
        if (!content.Succeeded)
        {
            return content.Errors;
        }

        var (title, text, excerpt) = content.Value;
        var (tags, categories) = await SortAsync(blog.Id, null, input, cancellationToken).ConfigureAwait(false);
        var created = await posts.CreateAsync(
            new NewPost(blog.Id, title, text.Value)
            {
                Format = text.Format,
                SuggestedSlug = input.Slug,
                Excerpt = excerpt,
                Tags = [.. tags.Select(static t => t.Name)],
                CategoryIds = categories,
                Comments = CommentsOf(PostCommentSettings.Inherited, blog, input),
                Visibility = input.Audience is EditorAudience.Unlisted ? PostVisibility.Unlisted : PostVisibility.Public,
                Note = input.Text?.Kind is EditorTextKind.Html ? HtmlNote : null,
            },
            actor,
            cancellationToken).ConfigureAwait(false);
        return await FinishAsync(created, plan.Value, lost, actor, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes what is given; null leaves as it is. What cannot be done as asked is refused before anything is written.</summary>
    public async Task<Result<EditedPost>> ChangeAsync(
        Blog blog, Post post, Actor actor, EditorPost input, CancellationToken cancellationToken)
    {
        var plan = StagePlan.Make(post, input, actor.ForBlog(post.BlogId), clock.GetUtcNow());
        if (!plan.Succeeded)
        {
            return plan.Errors;
        }

        var lost = new SortedSet<string>(StringComparer.Ordinal);
        var content = await ReadAsync(post.BlogId, post.AuthorIds, post, input, lost, cancellationToken).ConfigureAwait(false);
        if (!content.Succeeded)
        {
            return content.Errors;
        }

        var (tags, categories) = await SortAsync(post.BlogId, post, input, cancellationToken).ConfigureAwait(false);
        var changed = post with
        {
            Title = content.Value.Title,
            Markdown = content.Value.Text.Value,
            Format = content.Value.Text.Format,
            Excerpt = content.Value.Excerpt,
            Tags = tags,
            CategoryIds = categories,
            Comments = CommentsOf(post.Comments, blog, input),
            Visibility = input.Audience switch
            {
                EditorAudience.Public => PostVisibility.Public,
                EditorAudience.Unlisted => PostVisibility.Unlisted,
                _ => post.Visibility,
            },
        };
        var isHtml = input.Text is null && input.More is null
            ? await IsHtmlAsync(post, actor, cancellationToken).ConfigureAwait(false)
            : (input.Text ?? input.More)!.Kind is EditorTextKind.Html;
        PostStatus? hideAs = plan.Value is [var first, ..] ? HiddenBy(first.Kind) : null;
        var saved = await SaveAsync(changed, input.Slug, hideAs, isHtml ? HtmlNote : null, actor, cancellationToken).ConfigureAwait(false);
        return await FinishAsync(
            saved, hideAs is null ? plan.Value : plan.Value[1..], lost, actor, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The post at an address of the blog, in any stage the actor may see; null when there is none.</summary>
    public async Task<Post?> FindAsync(BlogRequest request, Actor actor, string? url) =>
        url is { Length: > 0 and <= LongestAddress }
            && Uri.TryCreate(url, UriKind.Absolute, out var address)
            && request.Links.FindPost(address) is { } slug
            && (await posts.GetBySlugAsync(request.Blog.Id, slug, actor, request.Aborted).ConfigureAwait(false)).TryGetValue(out var found)
                ? found.Post
                : null;

    /// <summary>Whether the text a post has came as HTML: its newest revision says so.</summary>
    public async Task<bool> IsHtmlAsync(Post post, Actor actor, CancellationToken cancellationToken)
    {
        if (post.Format is PostFormat.Html)
        {
            return true;
        }

        var revisions = await posts.ListRevisionsAsync(post.BlogId, post.Id, actor, 1, cancellationToken).ConfigureAwait(false);
        return revisions.Succeeded && revisions.Value is [{ Note: HtmlNote }];
    }

    private async Task<Result<(string Title, PostText Text, string? Excerpt)>> ReadAsync(
        BlogId blogId,
        ImmutableArray<AuthorId> authorIds,
        Post? before,
        EditorPost input,
        SortedSet<string> lost,
        CancellationToken cancellationToken)
    {
        var (picturesBefore, textBefore) = input.HasParts ? ([], before?.Markdown ?? "") : EditorPictures.Split(before);
        var text = EditorTexts.StaysHtml(before, input)
            ? await texts.HtmlAsync(before!, textBefore, input, lost, cancellationToken).ConfigureAwait(false)
            : await TextAsync(blogId, authorIds, before, textBefore, input, lost, cancellationToken).ConfigureAwait(false);
        var excerpt = input.Excerpt is null ? before?.Excerpt ?? "" : texts.Line(input.Excerpt, before?.Excerpt, cancellationToken);
        Result<string> title = input.Title is null && before is not null
            ? before.Title
            : texts.Line(input.Title ?? EditorText.Plain(""), before?.Title, cancellationToken);
        if (!text.Succeeded || !excerpt.Succeeded || !title.Succeeded)
        {
            return text.Errors.AddRange(excerpt.Errors).AddRange(title.Errors);
        }

        var pictures = input.Pictures ?? picturesBefore;
        return (
            await TitleAsync(blogId, authorIds, title.Value, text.Value, pictures, cancellationToken).ConfigureAwait(false),
            input.Text is null && input.More is null && input.Pictures is null && before is not null
                ? new PostText(before.Markdown, before.Format)
                : text.Value with { Value = EditorPictures.Join(pictures, text.Value) },
            input.Excerpt is null ? before?.Excerpt : excerpt.Value);
    }

    // Of a text in parts, a part that is not sent stays; one that brings the marker with it is the whole.
    private async Task<Result<PostText>> TextAsync(
        BlogId blogId,
        ImmutableArray<AuthorId> authorIds,
        Post? post,
        string before,
        EditorPost input,
        SortedSet<string> lost,
        CancellationToken cancellationToken)
    {
        if (!input.HasParts)
        {
            return input.Text is null
                ? new PostText(before, post?.Format ?? PostFormat.Markdown)
                : await ReadAsync(input.Text, before).ConfigureAwait(false);
        }

        // Programs are told parts only where each can stand alone.
        var told = post is { Format: PostFormat.Markdown }
            ? await texts.HtmlPartsAsync(post, cancellationToken).ConfigureAwait(false)
            : (Start: before, More: null);
        var (startBefore, moreBefore) = told.More is not null ? MoreMark.Split(before) : (before, null);
        var whole = input.Text is null || input.More is not null ? null : await ReadAsync(input.Text, before).ConfigureAwait(false);
        if (whole is not null
            && (!whole.Succeeded
                || moreBefore is null
                || string.Equals(whole.Value.Value, before, StringComparison.Ordinal)
                || (whole.Value.Format is PostFormat.Html
                    ? MoreMark.IsIn(whole.Value.Value)
                    : MoreMark.Split(whole.Value.Value).More is not null)))
        {
            return whole;
        }

        var start = input.Text is null ? Markdown(startBefore) : await ReadAsync(input.Text, startBefore).ConfigureAwait(false);
        var more = input.More is null ? Markdown(moreBefore ?? "") : await ReadAsync(input.More, moreBefore).ConfigureAwait(false);
        if (!start.Succeeded || !more.Succeeded)
        {
            return start.Errors.AddRange(more.Errors);
        }

        // Where one part stays HTML, the other is HTML too.
        if (start.Value.Format is PostFormat.Html || more.Value.Format is PostFormat.Html)
        {
            return new PostText(
                MoreMark.Join(input.Text?.Value ?? told.Start, input.More?.Value ?? told.More ?? ""), PostFormat.Html);
        }

        var isAsBefore = string.Equals(start.Value.Value, startBefore, StringComparison.Ordinal)
            && string.Equals(more.Value.Value, moreBefore ?? "", StringComparison.Ordinal);
        return Markdown(isAsBefore ? before : MoreMark.Join(start.Value.Value, more.Value.Value));

        static PostText Markdown(string markdown) => new(markdown, PostFormat.Markdown);

        Task<Result<PostText>> ReadAsync(EditorText text, string? replaced) =>
            texts.ReadAsync(blogId, authorIds, text, replaced, lost, cancellationToken);
    }

    // What a post inherits stays inherited where a program says the same.
    private static PostCommentSettings CommentsOf(PostCommentSettings before, Blog blog, EditorPost input) =>
        input.Comments is not { } mode || mode == (before.Mode ?? blog.Comments.Mode) ? before : before with { Mode = mode };

    // A text that is not to be read comes and goes with its stage, in one step.
    private static PostStatus? HiddenBy(StageStepKind step) => step switch
    {
        StageStepKind.Draft => PostStatus.Draft,
        StageStepKind.Review => PostStatus.PendingReview,
        StageStepKind.MakePrivate => PostStatus.Private,
        _ => null,
    };

    private async Task<Result<Post>> SaveAsync(
        Post post, Slug? wanted, PostStatus? hideAs, string? note, Actor actor, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            var slug = wanted is not { } asked ? post.Slug : number == 1 ? asked : asked.WithNumber(number);
            var saved = await (hideAs is { } hidden
                ? posts.UpdateAndHideAsync(post with { Slug = slug }, hidden, actor, note, cancellationToken)
                : posts.UpdateAsync(post with { Slug = slug }, actor, note, cancellationToken)).ConfigureAwait(false);
            if (saved.Succeeded
                || wanted is null
                || number == MostSlugsTried
                || saved.Error.Code is not (ErrorCodes.Taken or ErrorCodes.SlugReserved))
            {
                return saved;
            }
        }
    }

    private async Task<Result<EditedPost>> FinishAsync(
        Result<Post> saved, ImmutableArray<StageStep> steps, SortedSet<string> lost, Actor actor, CancellationToken cancellationToken)
    {
        var done = saved.Succeeded ? await TakeStepsAsync(saved.Value, steps, actor, cancellationToken).ConfigureAwait(false) : saved;
        return done.Succeeded ? new EditedPost(done.Value, [.. lost]) : done.Errors;
    }

    private async Task<Result<Post>> TakeStepsAsync(
        Post post, ImmutableArray<StageStep> steps, Actor actor, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            var done = await (step switch
            {
                { Kind: StageStepKind.Draft } => posts.ReturnToDraftAsync(post.BlogId, post.Id, actor, post.Version, cancellationToken),
                { Kind: StageStepKind.Review } => posts.SubmitForReviewAsync(post.BlogId, post.Id, actor, post.Version, cancellationToken),
                { Kind: StageStepKind.MakePrivate } => posts.MakePrivateAsync(post.BlogId, post.Id, actor, post.Version, cancellationToken),
                { Kind: StageStepKind.Schedule, At: { } at } =>
                    posts.ScheduleAsync(post.BlogId, post.Id, at, actor, post.Version, cancellationToken),
                { Kind: StageStepKind.Publish, At: { } at } =>
                    posts.PublishAsync(post.BlogId, post.Id, at, actor, post.Version, cancellationToken),
                { Kind: StageStepKind.SetDate } =>
                    posts.SetPublicationDateAsync(post.BlogId, post.Id, step.At, actor, post.Version, cancellationToken),
                _ => posts.PublishAsync(post.BlogId, post.Id, actor, post.Version, cancellationToken),
            }).ConfigureAwait(false);
            if (!done.Succeeded)
            {
                return done;
            }

            post = done.Value;
        }

        return post;
    }

    private async Task<(ImmutableArray<Tag> Tags, ImmutableArray<CategoryId> Categories)> SortAsync(
        BlogId blogId, Post? before, EditorPost input, CancellationToken cancellationToken)
    {
        var (tags, categories) = (before?.Tags ?? [], before?.CategoryIds ?? []);
        if ((input.Names ?? input.Categories) is { } names)
        {
            var known = names.IsEmpty ? [] : await taxonomy.ListAllCategoriesAsync(blogId, cancellationToken).ConfigureAwait(false);
            var found = names.Select(name => (Name: name, Category: known.FirstOrDefault(c => IsName(c.Name, name))
                ?? known.FirstOrDefault(c => IsName(c.Name, ProgramHtml.Name(name))))).ToArray();
            categories = [.. found.Select(static f => f.Category?.Id).OfType<CategoryId>().Distinct()];
            var others = found.Where(static f => f.Category is null).Select(static f => f.Name);
            tags = input.Names is null
                ? Named([.. (input.Tags ?? [.. tags.Select(static t => t.Name)]).Concat(others)], tags)
                : Named(others, tags);
        }
        else if (input.Tags is { } wanted)
        {
            tags = Named(wanted, tags);
        }

        return (tags, categories);
    }

    private static bool IsName(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private static ImmutableArray<Tag> Named(IEnumerable<string> names, ImmutableArray<Tag> before) =>
    [
        .. names
            .Select(name => before.FirstOrDefault(tag => IsName(tag.Name, name)) ?? Tag.From(ProgramHtml.Name(name)))
            .DistinctBy(static tag => tag.Name, StringComparer.OrdinalIgnoreCase),
    ];

    // A picture without a word is called by what it shows, else by the day.
    private async Task<string> TitleAsync(
        BlogId blogId,
        ImmutableArray<AuthorId> authorIds,
        string title,
        PostText text,
        ImmutableArray<EditorPicture> pictures,
        CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(title) || (string.IsNullOrWhiteSpace(text.Value) && pictures.IsEmpty))
        {
            return title;
        }

        var said = string.IsNullOrWhiteSpace(text.Value)
            ? ""
            : Shortened(text.Format is PostFormat.Html
                ? texts.FirstLineOfHtml(text.Value, cancellationToken)
                : await texts.FirstLineAsync(blogId, authorIds, text.Value, cancellationToken).ConfigureAwait(false));
        return said.Length > 0 ? said
            : !pictures.IsEmpty && Shortened(pictures[0].AlternativeText) is { Length: > 0 } shown ? shown
            : MomentText.Write(clock.GetUtcNow())[..10];
    }

    private static string Shortened(string text)
    {
        var line = text.AsSpan().Trim();
        var end = line.IndexOfAny('\r', '\n');
        line = end < 0 ? line : line[..end];
        if (line.Length <= LongestTitle)
        {
            return line.ToString();
        }

        var space = line[..LongestTitle].LastIndexOf(' ');
        return line[..(space > 0 ? space : char.IsHighSurrogate(line[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)].ToString()
            + "…";
    }
}
