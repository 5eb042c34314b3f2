using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Turns what the services return into what the API says. What is not copied here does not leave.</summary>
internal static class ApiMapping
{
    public static ApiPostSummary ToApi(PostSummary post, ImmutableArray<Author> authors, BlogLinks links) => new()
    {
        Id = post.Id,
        Slug = post.Slug.Value,
        Title = post.Title,
        ExcerptHtml = AbsoluteUrls.In(post.ExcerptHtml, links.AbsoluteBase(links.Post(post.Slug))),
        ExcerptText = post.ExcerptText,
        PublishedAt = post.PublishedAt,
        UpdatedAt = post.ContentUpdatedAt,
        IsProtected = post.Visibility is PostVisibility.Password,
        CommentCount = post.ShownComments,
        Authors = [.. post.AuthorIds.SelectMany(id => authors.Where(a => a.Id == id)).Select(ToApi)],
        Tags = [.. post.Tags.Select(ToApi)],
        Image = ToApi(post.FeaturedImage),
        Url = links.Absolute(links.Post(post.Slug)),
    };

    public static ApiPost ToApi(
        Post post, ImmutableArray<Author> authors, ImmutableArray<Category> categories, ApiCommentState comments, BlogLinks links) => new()
        {
            Id = post.Id,
            Slug = post.Slug.Value,
            Title = post.Title,
            Html = AbsoluteUrls.In(post.Rendered.Html, links.AbsoluteBase(links.Post(post.Slug))),
            ExcerptText = post.Rendered.ExcerptText,
            PublishedAt = post.PublishedAt,
            UpdatedAt = post.ContentUpdatedAt,
            WordCount = post.Rendered.WordCount,
            ReadingMinutes = post.ReadingMinutes,
            Headings = [.. post.Rendered.Headings.Select(static h => new ApiHeading(h.Level, h.Text, h.Anchor))],
            Authors = [.. authors.Select(ToApi)],
            Tags = [.. post.Tags.Select(ToApi)],
            Categories = [.. categories.Select(static c => new ApiTerm(c.Slug.Value, c.Name))],
            Image = ToApi(post.FeaturedImage),
            Comments = comments,
            Url = links.Absolute(links.Post(post.Slug)),
        };

    // Recursion is bounded by the display depth.
    public static ApiNode ToApi(ThreadNode node, BlogLinks links, Slug post) => new()
    {
        Id = node.Id,
        Number = node.Place,
        Level = node.Level,
        IsTombstone = node.IsTombstone,
        Comment = node.Comment is { } comment ? ToApi(comment, links, post) : null,
        AnswersTo = node.AnswersTo is { } answer ? new ApiAnswer(answer.Id, answer.Name) : null,
        Replies = [.. node.Replies.Select(reply => ToApi(reply, links, post))],
        MoreReplies = node.MoreReplies is { } more
            ? new ApiMore(more.Count, BlogLinks.WithQuery($"{links.ApiPost(post)}/comments/{node.Id}/replies", "cursor", more.Cursor))
            : null,
    };

    public static ApiComment ToApi(ThreadComment comment, BlogLinks links, Slug post) => new()
    {
        ParentId = comment.ParentId,
        Name = comment.Name,
        IsPostAuthor = comment.IsPostAuthor,
        Website = comment.Url?.AbsoluteUri,
        AvatarUrl = comment.AvatarUrl?.ToString(),
        Html = ShownHtml.AbsoluteComment(comment.Html, links),
        CreatedAt = comment.CreatedAt,
        EditedAt = comment.EditedAt,
        IsPinned = comment.IsPinned,
        IsHeld = comment.IsHeld,
        UpVotes = comment.UpVotes,
        DownVotes = comment.DownVotes,
        Reactions = [.. comment.Reactions.Select(static r => new ApiReaction(r.Key, r.Count))],
        Url = links.AbsoluteComment(comment.Id, post),
    };

    public static ApiPostLink ToApi(PostLink post, BlogLinks links) =>
        new(post.Id, post.Slug.Value, post.Title, links.Absolute(links.Post(post.Slug)));

    public static ApiBlog ToApi(Blog blog, BlogLinks links) => new(
        blog.Key,
        blog.Name,
        blog.Description,
        blog.Language,
        blog.TimeZone,
        links.Absolute(links.Home),
        links.Absolute(links.Feed),
        blog.Comments.Mode,
        [.. blog.Reactions.Select(static r => new ApiReactionKind(r.Key, r.Emoji, r.Label))]);

    public static ApiTag ToApi(TagCount tag, BlogLinks links) =>
        new(tag.Tag.Slug.Value, tag.Tag.Name, tag.Posts, links.Absolute(links.Tag(tag.Tag.Slug)));

    public static ApiCategory ToApi(Category category, BlogLinks links) =>
        new(
            category.Id,
            category.ParentId,
            category.Slug.Value,
            category.Name,
            category.Description,
            links.Absolute(links.Category(category.Slug)));

    public static ApiSeries ToApi(Series series, BlogLinks links) =>
        new(series.Id, series.Slug.Value, series.Name, series.Description, links.Absolute(links.Series(series.Slug)));

    public static ApiAuthorProfile ToProfile(Author author, BlogLinks links) => new(
        author.Id,
        author.Slug.Value,
        author.DisplayName,
        author.Credentials,
        author.AvatarUrl?.ToString(),
        AbsoluteUrls.In(author.BioHtml, links.AbsoluteBase(links.Author(author.Slug))),
        [.. author.Links.Select(static l => new ApiLink(l.Label, l.Url.AbsoluteUri))],
        links.Absolute(links.Author(author.Slug)));

    public static ApiSearchHit ToApi(SearchHit hit, BlogLinks links) => new(
        ToApi(hit.Post, links),
        hit.CommentId,
        hit.CommenterName,
        hit.At,
        hit.Snippet.Text,
        [.. hit.Snippet.Highlights.Select(static r => new ApiRange(r.Start, r.Length))],
        hit.CommentId is { } comment ? links.AbsoluteComment(comment, hit.Post.Slug) : links.Absolute(links.Post(hit.Post.Slug)));

    public static ApiFeedback ToApi(FeedbackCounts counts) =>
        new(counts.UpVotes, counts.DownVotes, [.. counts.Reactions.Select(static r => new ApiReaction(r.Key, r.Count))]);

    public static ApiOwnState ToApi(OwnCommentState state) =>
        new(state.Id, state.Standing, state.Reason, state.CanAppeal, state.Appeal?.Text);

    /// <summary>A comment for those who may see it; a comment taken for spam looks like any that waits.</summary>
    public static ApiOneComment ToApi(Comment comment, Post post, bool isOwn, bool mayChange, BlogLinks links) => new()
    {
        Id = comment.Id,
        Post = ToApi(new PostLink(post.Id, post.Slug, post.Title), links),
        Status = comment.Status is CommentStatus.Approved ? "approved" : "held",
        IsOwn = isOwn,
        Body = mayChange ? comment.Markdown : null,
        Version = comment.Version,
        Comment = ToApi(ThreadComment.ForWriter(comment), links, post.Slug) with
        {
            IsPostAuthor = comment.By.AuthorId is { } author && post.AuthorIds.Contains(author),
            IsHeld = comment.Status is not CommentStatus.Approved,
        },
    };

    private static ApiAuthor ToApi(Author author) =>
        new(author.Id, author.Slug.Value, author.DisplayName, author.Credentials, author.AvatarUrl?.ToString());

    private static ApiTerm ToApi(Tag tag) => new(tag.Slug.Value, tag.Name);

    public static ApiImage? ToApi(FeaturedImage? image) =>
        image is null ? null : new ApiImage(image.Url, image.AlternativeText, image.Caption, image.Credit, image.Width, image.Height);
}
