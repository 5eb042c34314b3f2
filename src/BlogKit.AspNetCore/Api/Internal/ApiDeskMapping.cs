using System.Security.Cryptography;
using System.Text;
using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Turns what authors and moderators see into what the API says. Addresses of people are not copied.</summary>
internal static class ApiDeskMapping
{
    public static ApiDeskPost ToApi(Post post, BlogLinks links) => new()
    {
        Id = post.Id,
        Kind = post.Kind,
        ParentId = post.ParentId,
        Slug = post.Slug.Value,
        Title = post.Title,
        Markdown = post.Markdown,
        Format = post.Format,
        Excerpt = post.Excerpt,
        Html = AbsoluteUrls.In(post.Rendered.Html, links.AbsoluteBase(links.Post(post.Slug))),
        Status = post.Status,
        Visibility = post.Visibility,
        PublishedAt = post.PublishedAt,
        AuthorIds = post.AuthorIds,
        Tags = [.. post.Tags.Select(static t => t.Name)],
        CategoryIds = post.CategoryIds,
        SeriesId = post.SeriesId,
        SeriesPosition = post.SeriesPosition,
        FooterBlockIds = post.FooterBlockIds,
        Image = ApiMapping.ToApi(post.FeaturedImage),
        Seo = new ApiSeo
        {
            Title = post.Seo.Title,
            Description = post.Seo.Description,
            CanonicalUrl = post.Seo.CanonicalUrl?.OriginalString,
            NoIndex = post.Seo.NoIndex,
        },
        IsPinned = post.IsPinned,
        Fields = [.. post.Fields.Select(static f => new ApiPostField(f.Name, f.Value))],
        FeedId = post.FeedId,
        Comments = new ApiPostComments
        {
            Mode = post.Comments.Mode,
            CloseAfterDays = post.Comments.CloseAfterDays,
            CloseAfterCount = post.Comments.CloseAfterCount,
            Sensitivity = post.Comments.Sensitivity,
        },
        CreatedAt = post.CreatedAt,
        UpdatedAt = post.UpdatedAt,
        Version = post.Version,
        Url = links.Absolute(links.Post(post.Slug)),
    };

    public static ApiDeskPostSummary ToApi(PostSummary post) => new(
        post.Id,
        post.Kind,
        post.Slug.Value,
        post.Title,
        post.Status,
        post.Visibility,
        post.PublishedAt,
        post.UpdatedAt,
        post.ShownComments,
        post.Version,
        post.IsPinned);

    public static ApiRevision ToApi(PostRevision revision) => new(
        revision.Id,
        revision.PostVersion,
        revision.Title,
        revision.Markdown,
        revision.Excerpt,
        revision.SavedBy.ToString(),
        revision.SavedAt,
        revision.Note,
        revision.Format);

    public static ApiDeskComment ToApi(Comment comment) => new()
    {
        Id = comment.Id,
        PostId = comment.PostId,
        ParentId = comment.ParentId,
        Status = comment.Status,
        Kind = comment.Kind,
        WriterKind = comment.By.Kind,
        Name = comment.By.Name,
        Website = comment.By.Url?.AbsoluteUri,
        Body = comment.Markdown,
        Html = comment.Html,
        IsPinned = comment.IsPinned,
        Revision = comment.Revision,
        Decision = ToApi(comment.Decision) with { Explanation = comment.Explanation },
        Hold = comment.Hold is { } hold ? new ApiHold(hold.By, hold.Reason) : null,
        CreatedAt = comment.CreatedAt,
        EditedAt = comment.EditedAt,
        Appeal = comment.Appeal?.Text,
        Version = comment.Version,
    };

    public static ApiDecision ToApi(ModerationDecision decision) => new(
        decision.Outcome,
        decision.Points,
        decision.Explanation,
        decision.PolicySet,
        decision.DecidedAt,
        [.. (decision.Findings.IsDefault
            ? []
            : decision.Findings).Select(static f => new ApiFinding(f.Policy, f.PolicyVersion, f.Code, f.Reason, f.Outcome, f.Score))]);

    public static ApiWhy ToApi(WhyHere why) => new(why.Sentence, why.Kind, why.Policies, why.Points, why.OpenAppeal);

    public static ApiQueued ToApi(QueuedComment queued, BlogLinks links) =>
        new(ToApi(queued.Comment), ApiMapping.ToApi(queued.Post, links), ToApi(queued.Why));

    public static ApiLogEntry ToApi(ModerationRecord record) => new(
        record.CommentId,
        record.Action,
        record.From,
        record.To,
        record.ActorKey.ToString(),
        record.Reason,
        record.Decision?.Explanation,
        record.OperationId,
        record.At);

    public static ApiBan ToApi(Ban ban) =>
        new(ToKey(ban.BlogId, ban.Key), ban.Reason, ban.ActorKey.ToString(), ban.At, ban.Until, ban.LiftedAt, ban.LiftedBy?.ToString());

    /// <summary>A key without the e-mail address it may hold, known by its digest.</summary>
    public static ApiBanKey ToKey(BlogId blog, string key)
    {
        const string Email = "email";
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        var kind = colon < 0 ? key : key[..colon];
        return new ApiBanKey(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{blog}\n{key}")).AsSpan(0, 16)),
            kind,
            kind is Email ? null : key[(colon + 1)..]);
    }

    public static ApiBulkResult ToApi(BulkResult result) => new(
        result.OperationId,
        result.Done,
        result.Unchanged,
        [
            .. result.Failed.Select(
                static f => new ApiBulkFailure(f.Id, f.Error.Code, f.Error.Message, ApiFailure.ToJson(f.Error.Arguments))),
        ]);

    public static ApiCase ToApi(ModerationCase found, IEnumerable<string> banKeys, BlogLinks links) => new()
    {
        Comment = ToApi(found.Comment),
        Post = found.Post is { } post ? ApiMapping.ToApi(post, links) : null,
        Why = ToApi(found.Why),
        Parent = found.Parent is { } parent ? ToApi(parent) : null,
        History = new ApiHistory(found.History.Approved, found.History.Pending, found.History.Spam, found.History.Removed),
        Flags = [.. found.Flags.Select(static f => new ApiQueuedFlag(f.Kind, f.Note, f.Weight, f.At, f.DismissedAt))],
        Records = [.. found.Records.Select(ToApi)],
        BanKeys = [.. banKeys.Select(key => ToKey(found.Comment.BlogId, key))],
        EarlierTexts = found.EarlierTexts,
        Previous = found.Previous,
        Next = found.Next,
    };

    public static ApiMetrics ToApi(BinaryMetrics metrics) => new(
        metrics.TruePositives,
        metrics.FalsePositives,
        metrics.TrueNegatives,
        metrics.FalseNegatives,
        Finite(metrics.Precision),
        Finite(metrics.Recall),
        Finite(metrics.F1));

    public static ApiBacktestReport ToApi(BacktestReport report) => new(
        report.Judged,
        report.Trusted,
        report.WithoutTruth,
        ToApi(report.HeldOrWorse),
        ToApi(report.SpamOrWorse),
        [.. report.Changes.Select(static c => new ApiBacktestChange(
            c.Status,
            c.Outcome,
            c.Comments,
            [.. c.Examples.Select(static e => new ApiBacktestExample(e.Id, e.PostId, e.Writer, Finite(e.Points), e.Explanation))]))],
        [.. report.Policies.Select(static p => new ApiBacktestPolicy(p.Policy, p.Version, p.Findings, p.UniqueCatches, p.UniqueMistakes))],
        report.LeftOut);

    // JSON has no word for a number that is none.
    private static double Finite(double value) => double.IsFinite(value) ? value : 0;
}
