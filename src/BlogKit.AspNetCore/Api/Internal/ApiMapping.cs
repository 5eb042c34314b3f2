using System.Collections.Immutable;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Turns what the services return into what the API says. What is not copied here does not leave.</summary>
internal static class ApiMapping
{
    public static ApiPostSummary ToApi(PostSummary post, ImmutableArray<Author> authors, BlogLinks links) => new()
    {
        Id = post.Id,
        Slug = post.Slug.Value,
        Title = post.Title,
        ExcerptHtml = post.ExcerptHtml,
        ExcerptText = post.ExcerptText,
        PublishedAt = post.PublishedAt,
        UpdatedAt = post.UpdatedAt,
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
            Html = post.Rendered.Html,
            ExcerptText = post.Rendered.ExcerptText,
            PublishedAt = post.PublishedAt,
            UpdatedAt = post.UpdatedAt,
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
    public static ApiNode ToApi(ThreadNode node, BlogLinks links, string repliesPath) => new()
    {
        Id = node.Id,
        Number = node.Number,
        Level = node.Level,
        IsTombstone = node.IsTombstone,
        Comment = node.Comment is { } comment ? ToApi(comment, links) : null,
        AnswersTo = node.AnswersTo is { } answer ? new ApiAnswer(answer.Id, answer.Name) : null,
        Replies = [.. node.Replies.Select(reply => ToApi(reply, links, repliesPath))],
        MoreReplies = node.MoreReplies is { } more
            ? new ApiMore(more.Count, BlogLinks.WithQuery($"{repliesPath}/{node.Id}/replies", "cursor", more.Cursor))
            : null,
    };

    private static ApiComment ToApi(ThreadComment comment, BlogLinks links) => new()
    {
        ParentId = comment.ParentId,
        Name = comment.Name,
        IsPostAuthor = comment.IsPostAuthor,
        Website = comment.Url?.AbsoluteUri,
        AvatarUrl = comment.AvatarUrl?.ToString(),
        Html = comment.Html,
        CreatedAt = comment.CreatedAt,
        EditedAt = comment.EditedAt,
        IsPinned = comment.IsPinned,
        IsHeld = comment.IsHeld,
        UpVotes = comment.UpVotes,
        DownVotes = comment.DownVotes,
        Reactions = [.. comment.Reactions.Select(static r => new ApiReaction(r.Key, r.Count))],
        Url = links.Absolute(links.Comment(comment.Id)),
    };

    private static ApiAuthor ToApi(Author author) =>
        new(author.Id, author.Slug.Value, author.DisplayName, author.Credentials, author.AvatarUrl?.ToString());

    private static ApiTerm ToApi(Tag tag) => new(tag.Slug.Value, tag.Name);

    private static ApiImage? ToApi(FeaturedImage? image) =>
        image is null ? null : new ApiImage(image.Url, image.AlternativeText, image.Caption, image.Credit, image.Width, image.Height);
}
