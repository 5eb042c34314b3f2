using BlogKit.Moderation;

namespace BlogKit.Testing;

/// <summary>Comments in their context, for policies that are asked without a blog around them.</summary>
internal static class RuleContext
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly PostId Post = new(new Guid("01900000-0000-7000-8000-000000000001"));

    private static readonly BlogId s_blog = new(new Guid("01900000-0000-7000-8000-0000000000b1"));

    public static ModerationContext Of(
        string text,
        string? markdown = null,
        string[]? links = null,
        string name = "Ada",
        string? email = "ada@example.org",
        string? url = null,
        string? address = "192.0.2.7",
        string? agent = "Mozilla/5.0",
        string? user = null,
        string language = "en",
        CommenterHistory? history = null,
        FormFacts? form = null,
        ModerationFacts? facts = null,
        DateTimeOffset? publishedAt = null,
        DateTimeOffset? createdAt = null,
        bool isEdit = false,
        CommentStatus status = CommentStatus.Pending) => new()
        {
            Comment = new Comment
            {
                Id = Id(1),
                BlogId = s_blog,
                PostId = Post,
                RootId = Id(1),
                By = new Commenter
                {
                    Kind = user is null ? CommenterKind.Guest : CommenterKind.User,
                    Name = name,
                    Email = email,
                    UserKey = user,
                    Url = url is null ? null : new Uri(url),
                },
                Markdown = markdown ?? text,
                Html = "",
                PlainText = text,
                RendererVersion = 1,
                Status = status,
                Decision = new ModerationDecision { Outcome = ModerationOutcome.Approve, Findings = [], DecidedAt = Now },
                RemoteAddress = address,
                UserAgent = agent,
                CreatedAt = createdAt ?? Now,
                Version = isEdit ? 1 : 0,
            },
            Post = new PostFacts
            {
                Id = Post,
                BlogId = s_blog,
                Slug = Slug.From("Bees"),
                Title = "Bees",
                Status = PostStatus.Published,
                Visibility = PostVisibility.Public,
                PublishedAt = publishedAt ?? Now.AddDays(-1),
                Comments = new CommentSettings(),
                AuthorIds = [],
                ShownComments = 0,
                Language = language,
            },
            Parent = null,
            History = history ?? CommenterHistory.None,
            Links = links is null ? [] : [.. links],
            IsEdit = isEdit,
            Actor = Actor.Anonymous,
            Facts = facts ?? ModerationFacts.None,
            Form = form,
        };

    /// <summary>The comment that is answered.</summary>
    public static ParentFacts Parent(string text, string name = "Paula Parent") => new()
    {
        Id = Id(77),
        PostId = Post,
        RootId = Id(77),
        Depth = 0,
        Status = CommentStatus.Approved,
        Name = name,
        PlainText = text,
    };

    public static CommentId Id(int number) => new(new Guid($"01900000-0000-7000-8000-{number:x12}"));

    public static PostId PostNumber(int number) => new(new Guid($"01900000-0000-7000-8000-{number:x12}"));

    public static async Task<ModerationFinding?> Judge(this IModerationPolicy policy, ModerationContext context)
    {
        var finding = (await policy.EvaluateAsync(context, CancellationToken.None))?.WithPolicy(policy);
        if (finding is not null)
        {
            Hold(policy, context, finding);
        }

        return finding;
    }

    /// <summary>The characters of the text, or the source, that evidence names.</summary>
    public static string[] Quotes(this ModerationFinding? finding, ModerationContext context) =>
        finding is null ? [] : [.. finding.Evidence.Select(e => Field(context, e.Field).Substring(e.Start, e.Length))];

    public static List<string> Failures(Action<string, ICollection<string>> check)
    {
        var failures = new List<string>();
        check("BlogKit:Moderation:X", failures);
        return failures;
    }

    // What every finding promises, whoever makes it.
    private static void Hold(IModerationPolicy policy, ModerationContext context, ModerationFinding finding)
    {
        finding.Policy.Should().Be(policy.Name);
        finding.PolicyVersion.Should().Be(policy.Version);
        finding.Code.Should().MatchRegex("^[a-z]+(-[a-z]+)*$");
        finding.Reason.Should().EndWith(".").And.NotBeEmpty();
        finding.Score.Should().BeInRange(0, 1);
        if (finding.Overrides)
        {
            finding.Outcome.Should().Be(ModerationOutcome.Approve);
        }

        foreach (var evidence in finding.Evidence)
        {
            evidence.Length.Should().BePositive();
            evidence.Start.Should().BeGreaterThanOrEqualTo(0);
            (evidence.Start + evidence.Length).Should().BeLessThanOrEqualTo(Math.Max(1, Field(context, evidence.Field).Length));
        }
    }

    private static string Field(ModerationContext context, EvidenceField field) => field switch
    {
        EvidenceField.Text => context.Comment.PlainText,
        EvidenceField.Markdown => context.Comment.Markdown,
        EvidenceField.Name => context.Comment.By.Name,
        EvidenceField.Email => context.Comment.By.Email ?? "",
        EvidenceField.Url => context.Comment.By.Url?.OriginalString ?? "",
        EvidenceField.RemoteAddress => context.Comment.RemoteAddress ?? "",
        _ => context.Comment.UserAgent ?? "",
    };
}
