namespace BlogKit.Moderation.Tests;

/// <summary>Asks the policy about a text, without a store.</summary>
internal static class OffensiveContext
{
    private static readonly OffensivePolicy Default = new(new OffensivePolicyOptions());

    public static ModerationFinding? Judge(
        string text,
        OffensivePolicy? policy = null,
        string? answers = null,
        string language = "en",
        ModerationSensitivity sensitivity = default) =>
        (policy ?? Default).EvaluateAsync(
            Of(text, answers, language, sensitivity), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public static bool Flags(string text, string language = "en") =>
        Judge(text, language: language) is { } finding && (finding.Outcome >= ModerationOutcome.Hold || finding.Score >= 0.5);

    public static ModerationContext Of(
        string text, string? answers = null, string language = "en", ModerationSensitivity sensitivity = default)
    {
        var blog = new BlogId(Guid.CreateVersion7());
        var post = new PostId(Guid.CreateVersion7());
        var id = new CommentId(Guid.CreateVersion7());
        return new ModerationContext
        {
            Comment = new Comment
            {
                Id = id,
                BlogId = blog,
                PostId = post,
                RootId = id,
                By = new Commenter { Name = "Writer" },
                Markdown = text,
                Html = text,
                PlainText = text,
                RendererVersion = 1,
                Decision = new ModerationDecision
                {
                    Outcome = ModerationOutcome.Approve,
                    Findings = [],
                    DecidedAt = DateTimeOffset.UnixEpoch,
                },
                CreatedAt = DateTimeOffset.UnixEpoch,
            },
            Post = new PostFacts
            {
                Id = post,
                BlogId = blog,
                Slug = Slug.From("post"),
                Title = "Post",
                Status = PostStatus.Published,
                Visibility = PostVisibility.Public,
                PublishedAt = DateTimeOffset.UnixEpoch,
                Comments = new CommentSettings { Sensitivity = sensitivity },
                AuthorIds = [],
                ShownComments = 0,
                Language = language,
            },
            Parent = answers is null ? null : new ParentFacts
            {
                Id = id,
                PostId = post,
                RootId = id,
                Depth = 0,
                Status = CommentStatus.Approved,
                Name = answers,
                PlainText = "What was said.",
            },
            History = CommenterHistory.None,
            Links = [],
            Actor = Actor.Anonymous,
        };
    }
}
