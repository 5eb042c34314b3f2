using System.Buffers.Binary;
using System.Globalization;
using BlogKit.Moderation;
using BlogKit.Redirects;
using BlogKit.Storage;

namespace BlogKit.Specification;

/// <summary>
/// Makes valid blogs, posts and comments that are not stored yet. Identities rise with every call and are the same in every run. Safe for
/// concurrent use.
/// </summary>
public sealed class SampleData
{
    private long _last;

    /// <summary>The moment samples are made at.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Returns the next identity: a UUIDv7 greater than those before.</summary>
    public Guid NextId()
    {
        var number = Interlocked.Increment(ref _last);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, (Now.ToUnixTimeMilliseconds() + (number >> 12)) << 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (number & 0xFFF)));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], 0x8000_0000_0000_0000 | (ulong)number);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Returns a blog.</summary>
    public Blog Blog(string? key = null)
    {
        var id = NextId();
        return new Blog
        {
            Id = new BlogId(id),
            Key = key ?? $"blog-{Number(id)}",
            Name = "Notes from the Hive",
            Description = "On bees and patience.",
            TimeZone = "Europe/Vienna",
            BaseUrl = new Uri("https://hive.example/"),
            CreatedAt = Now,
            UpdatedAt = Now,
        };
    }

    /// <summary>Returns an author of a blog.</summary>
    public Author Author(BlogId blogId, string? name = null)
    {
        var id = NextId();
        return new Author
        {
            Id = new AuthorId(id),
            BlogId = blogId,
            Slug = Slug.From(name is null ? $"author-{Number(id)}" : $"{name}-{Number(id)}"),
            DisplayName = name ?? $"Author {Number(id)}",
            Email = $"author{Number(id)}@hive.example",
            UserKey = $"key-{Number(id)}",
            Credentials = "Beekeeper",
            BioMarkdown = "Keeps *bees*.",
            BioHtml = "<p>Keeps <em>bees</em>.</p>",
            RendererVersion = 1,
            AvatarUrl = new Uri("https://hive.example/a.png"),
            Links = [new AuthorLink("Site", new Uri("https://author.example/"))],
            Roles = BlogRoles.Author | BlogRoles.Moderator,
            CreatedAt = Now,
            UpdatedAt = Now,
        };
    }

    /// <summary>Returns a category.</summary>
    public Category Category(BlogId blogId, string name, CategoryId? parentId = null) => new()
    {
        Id = new CategoryId(NextId()),
        BlogId = blogId,
        ParentId = parentId,
        Name = name,
        Slug = Slug.From(name),
        Description = $"All about {name}.",
    };

    /// <summary>Returns a series.</summary>
    public Series Series(BlogId blogId, string name) => new()
    {
        Id = new SeriesId(NextId()),
        BlogId = blogId,
        Name = name,
        Slug = Slug.From(name),
        Description = $"{name}, in parts.",
    };

    /// <summary>Returns a footer block of the whole blog.</summary>
    public FooterBlock Footer(BlogId blogId, string name, int position = 0) => new()
    {
        Id = new FooterBlockId(NextId()),
        BlogId = blogId,
        Name = name,
        Kind = FooterBlockKind.CallToAction,
        Scope = FooterBlockScope.Blog,
        Position = position,
        Markdown = "Buy *honey*.",
        Html = "<p>Buy <em>honey</em>.</p>",
        RendererVersion = 1,
    };

    /// <summary>Returns a published, public post.</summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="authorId">Its author.</param>
    /// <param name="title">The title, which also gives the slug.</param>
    /// <param name="publishedAt">When; an hour before <see cref="Now"/> when not given.</param>
    public Post Post(BlogId blogId, AuthorId authorId, string? title = null, DateTimeOffset? publishedAt = null)
    {
        var id = NextId();
        title ??= $"Post {Number(id)}";
        return new Post
        {
            Id = new PostId(id),
            BlogId = blogId,
            Slug = Slug.From(title),
            Title = title,
            Markdown = "Bees dance.",
            Rendered = new RenderedPost
            {
                Html = "<h2 id=\"dance\">Dance</h2><p>Bees dance.</p>",
                PlainText = "Bees dance.",
                ExcerptHtml = "<p>Bees dance.</p>",
                ExcerptText = "Bees dance.",
                Headings = [new Heading(2, "Dance", "dance")],
                WordCount = 2,
            },
            RendererVersion = 1,
            AuthorIds = [authorId],
            Status = PostStatus.Published,
            PublishedAt = publishedAt ?? Now.AddHours(-1),
            CreatedAt = Now.AddHours(-2),
            UpdatedAt = Now.AddHours(-1),
            ContentUpdatedAt = Now.AddMinutes(-90),
        };
    }

    /// <summary>Returns a revision of a post.</summary>
    public PostRevision Revision(Post post, string note)
    {
        ArgumentNullException.ThrowIfNull(post);
        return new PostRevision
        {
            Id = new RevisionId(NextId()),
            PostId = post.Id,
            PostVersion = post.Version + 1,
            Title = post.Title,
            Markdown = post.Markdown,
            Format = post.Format,
            Excerpt = post.Excerpt,
            SavedBy = ActorKey.System,
            SavedAt = Now,
            Note = note,
        };
    }

    /// <summary>Returns a comment under a post, or an answer to another.</summary>
    public Comment Comment(Post post, Comment? parent = null, CommentStatus status = CommentStatus.Approved)
    {
        ArgumentNullException.ThrowIfNull(post);
        var id = new CommentId(NextId());
        var number = Number(id.Value);
        return new Comment
        {
            Id = id,
            BlogId = post.BlogId,
            PostId = post.Id,
            ParentId = parent?.Id,
            RootId = parent?.RootId ?? id,
            Depth = parent is null ? 0 : parent.Depth + 1,
            By = new Commenter { Name = $"Guest {number}", Email = $"guest{number}@reader.example" },
            OwnerKey = ActorKey.Parse($"guest:{number}"),
            Markdown = $"Comment *{number}*.",
            Html = $"<p>Comment <em>{number}</em>.</p>",
            PlainText = $"Comment {number}.",
            RendererVersion = 1,
            Status = status,
            StatusBeforeRemoval = status is CommentStatus.Pending or CommentStatus.Approved ? null : CommentStatus.Pending,
            ApprovedRevision = status is CommentStatus.Approved ? 1 : null,
            Decision = Decision(),
            RemoteAddress = "192.0.2.7",
            UserAgent = "Kit/1.0",
            CreatedAt = Now.AddMinutes(1),
        };
    }

    /// <summary>Returns a decision with one finding, which has everything a finding may have.</summary>
    public static ModerationDecision Decision() => new()
    {
        Outcome = ModerationOutcome.Approve,
        Findings =
        [
            new ModerationFinding
            {
                Policy = "hold-first",
                PolicyVersion = "1",
                Code = "known-commenter",
                Reason = "Approved before.",
                Outcome = ModerationOutcome.Approve,
                PublicReason = "You are known here.",
                Score = 0.25,
                Overrides = true,
                Evidence = [new FindingEvidence(EvidenceField.Text, 3, 4, "bee*"), new FindingEvidence(EvidenceField.Name, 0, 1)],
                Details = [new FindingDetail("approved-before", "7", -0.5), new FindingDetail("missing-term", "hive")],
            },
        ],
        DecidedAt = Now,
        Points = 0.25,
        PolicySet = "standard/1",
    };

    /// <summary>Returns a record of a comment's log.</summary>
    public static ModerationRecord Record(Comment comment, ModerationAction action, CommentStatus? from = null, CommentStatus? to = null)
    {
        ArgumentNullException.ThrowIfNull(comment);
        return new ModerationRecord
        {
            CommentId = comment.Id,
            BlogId = comment.BlogId,
            Revision = comment.Revision,
            Action = action,
            From = from,
            To = to ?? comment.Status,
            ActorKey = ActorKey.User("moderator"),
            Reason = $"Because of {action}.",
            Decision = action is ModerationAction.Submitted ? comment.Decision : null,
            At = Now.AddMinutes(2),
        };
    }

    /// <summary>Returns a reader's flag against a comment.</summary>
    public static CommentFlag Flag(Comment comment, string flagger, double weight = 1)
    {
        ArgumentNullException.ThrowIfNull(comment);
        return new CommentFlag
        {
            BlogId = comment.BlogId,
            CommentId = comment.Id,
            FlaggerKey = ActorKey.Parse(flagger),
            Kind = FlagKind.OffTopic,
            Note = $"Says {flagger}.",
            Weight = weight,
            At = Now.AddMinutes(3),
        };
    }

    /// <summary>Returns a ban without end.</summary>
    public static Ban Ban(BlogId blogId, string key, DateTimeOffset? at = null) => new()
    {
        BlogId = blogId,
        Key = key,
        Reason = "Too much honey.",
        ActorKey = ActorKey.User("moderator"),
        At = at ?? Now,
    };

    /// <summary>Returns a model that knows three bytes.</summary>
    public static LearnedModel Model(string key) => new()
    {
        Key = key,
        Position = 5,
        State = [0, 7, 255],
        SavedAt = Now,
    };

    /// <summary>Returns the unsaved text of <c>author:1</c>.</summary>
    public static PostAutosave Autosave(BlogId blogId, PostId? postId = null) => new()
    {
        BlogId = blogId,
        PostId = postId,
        OwnerKey = ActorKey.Parse("author:1"),
        Title = "Half a title",
        Markdown = "Half a text.",
        Fields = """{"tags":"bees"}""",
        BaseVersion = 1,
        SavedAt = Now,
    };

    /// <summary>Returns the name that a user chose.</summary>
    public static DisplayName DisplayName(BlogId blogId, string userKey = "user-1", string name = "Chosen") =>
        new(blogId, userKey, name, Now);

    /// <summary>The source of <see cref="Import(BlogId)"/> and <see cref="Origin"/>.</summary>
    public const string ImportSource = "wordpress:old.example";

    /// <summary>Returns an import from <see cref="ImportSource"/> that is about to begin.</summary>
    public static NewImport Import(BlogId blogId) => new()
    {
        BlogId = blogId,
        Source = ImportSource,
        StartedBy = ActorKey.System,
        StartedAt = Now,
    };

    /// <summary>Returns the origin of an item that the first import brought from <see cref="ImportSource"/>.</summary>
    public static Origin Origin(BlogId blogId, string originalId, OriginKind kind = OriginKind.Post, Guid itemId = default) => new()
    {
        BlogId = blogId,
        Source = ImportSource,
        Kind = kind,
        OriginalId = originalId,
        ItemId = itemId,
        Address = $"https://old.example/?p={originalId}",
        ContentHash = $"hash-{originalId}",
        ItemVersion = 1,
        ImportNumber = 1,
        LastImportNumber = 1,
        ImportedAt = Now,
        Extra = "{\"post_mime_type\":\"x\"}",
    };

    /// <summary>Returns where an old address leads; nowhere, when no target is given.</summary>
    public static Redirect Redirect(BlogId blogId, string from, RedirectTarget? to = null) => new()
    {
        BlogId = blogId,
        From = OldAddress.Parse(from),
        To = to ?? RedirectTarget.Gone,
        CreatedAt = Now,
    };

    /// <summary>Returns a signed-in user who comments.</summary>
    public static Commenter User(string key, string name) => new() { Kind = CommenterKind.User, UserKey = key, Name = name };

    /// <summary>Returns the addition that stores a new comment.</summary>
    public static CommentAddition Addition(Comment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        return new CommentAddition(comment, Record(comment, ModerationAction.Submitted));
    }

    /// <summary>Returns a text that a comment had before.</summary>
    public static CommentRevision Former(Comment comment, int revision)
    {
        ArgumentNullException.ThrowIfNull(comment);
        return new CommentRevision
        {
            CommentId = comment.Id,
            Revision = revision,
            Markdown = $"Text {revision.ToString(CultureInfo.InvariantCulture)}.",
            ReplacedAt = Now.AddMinutes(revision),
            ReplacedBy = ActorKey.Parse("guest:1"),
        };
    }

    /// <summary>Returns a comment from elsewhere with everything that may come with one: its text is its second.</summary>
    /// <param name="comment">The comment.</param>
    /// <param name="submissionKey">Its submission key.</param>
    public static CommentImport Import(Comment comment, string submissionKey)
    {
        ArgumentNullException.ThrowIfNull(comment);
        comment = comment with { Revision = 2, ApprovedRevision = comment.Status is CommentStatus.Approved ? 2 : null };
        return new CommentImport(comment)
        {
            Record = Record(comment, ModerationAction.Imported),
            Revisions = [Former(comment, 1)],
            Voices =
            [
                new ImportedVoice(ActorKey.Parse("voter"), new OwnFeedback(Vote.Up, "like")),
                new ImportedVoice(new Voter(ActorKey.Parse("other"), "network"), new OwnFeedback(Vote.Down, null)),
            ],
            Fingerprints = [3, 4],
            SubmissionKey = submissionKey,
            RequestHash = "request",
        };
    }

    private static string Number(Guid id) =>
        BinaryPrimitives.ReadInt64BigEndian(id.ToByteArray(bigEndian: true).AsSpan(8)) is var tail
            ? (tail & 0x7FFF_FFFF_FFFF_FFFF).ToString(CultureInfo.InvariantCulture)
            : "";
}
