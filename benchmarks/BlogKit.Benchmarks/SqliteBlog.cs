using System.Buffers.Binary;
using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit.Benchmarks;

/// <summary>A SQLite store in a temporary folder, with one blog and one post, and comments of a usual size for it.</summary>
public sealed class SqliteBlog : IDisposable
{
    private const string Sentence =
        "A hive in late March is louder than you remember, and the first warm noon empties it onto the willow. ";
    private static readonly DateTimeOffset s_start = new(2020, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("blogkit-bench-").FullName;
    private AuthorId _author;
    private long _last;

    public SqliteBlog(SqliteSynchronous synchronous, bool leavesChanges = true, bool isEmpty = false)
    {
        Store = new SqliteStore(
            SqliteLocation.Parse(ConnectionString),
            new SqliteStoreOptions { Synchronous = synchronous, LeavesChanges = leavesChanges },
            new BlogKitInstruments());
        Store.ApplyAsync(CancellationToken.None).GetAwaiter().GetResult();
        if (isEmpty)
        {
            return;
        }

        var blog = new Blog { Id = new BlogId(NextId()), Key = "hive", Name = "Hive", CreatedAt = s_start, UpdatedAt = s_start };
        Store.SaveAsync(blog, CancellationToken.None).GetAwaiter().GetResult();
        BlogId = blog.Id;
        Store.SaveAsync(NewAuthor(), CancellationToken.None).GetAwaiter().GetResult();
        PostId = AddPost();
    }

    public string ConnectionString => $"Data Source={Path.Combine(_folder, "blog.db")};Pooling=False";

    public BlogId BlogId { get; }

    public PostId PostId { get; }

    internal SqliteStore Store { get; }

    public PostId AddPost()
    {
        var id = NextId();
        var post = new Post
        {
            Id = new PostId(id),
            BlogId = BlogId,
            Slug = Slug.From($"post {_last}"),
            Title = "What the hive says",
            Markdown = Sentence,
            Rendered = new RenderedPost
            {
                Html = Sentence,
                PlainText = Sentence,
                ExcerptHtml = Sentence,
                ExcerptText = Sentence,
                Headings = [],
                WordCount = 20,
            },
            RendererVersion = 1,
            AuthorIds = [_author],
            Status = PostStatus.Published,
            PublishedAt = s_start,
            CreatedAt = s_start,
            UpdatedAt = s_start,
        };
        Store.SaveAsync(new PostSave(post, null), CancellationToken.None).GetAwaiter().GetResult();
        return post.Id;
    }

    /// <summary>An approved comment of 300 characters by one of a thousand guests.</summary>
    public Comment NewComment(PostId post, Comment? parent = null, string? text = null)
    {
        var id = new CommentId(NextId());
        text ??= Sentence + Sentence + Sentence;
        var guest = _last % 1000;
        return new Comment
        {
            Id = id,
            BlogId = BlogId,
            PostId = post,
            ParentId = parent?.Id,
            RootId = parent?.RootId ?? id,
            Depth = parent is null ? 0 : parent.Depth + 1,
            By = new Commenter { Name = $"Guest {guest}", Email = $"guest{guest}@hive.example" },
            OwnerKey = ActorKey.Parse($"guest:{guest}"),
            Markdown = text,
            Html = $"<p>{text}</p>",
            PlainText = text,
            RendererVersion = 1,
            Status = CommentStatus.Approved,
            ApprovedRevision = 1,
            Decision = new ModerationDecision { Outcome = ModerationOutcome.Approve, Findings = [], DecidedAt = s_start },
            RemoteAddress = "192.0.2.7",
            UserAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            CreatedAt = s_start,
        };
    }

    public CommentAddition NewAddition(PostId post)
    {
        var comment = NewComment(post);
        return new CommentAddition(comment, new ModerationRecord
        {
            CommentId = comment.Id,
            BlogId = BlogId,
            Revision = 1,
            Action = ModerationAction.Submitted,
            To = comment.Status,
            ActorKey = comment.OwnerKey!.Value,
            Decision = comment.Decision,
            At = s_start,
        })
        {
            SubmissionKey = comment.Id.ToString() + comment.PostId,
            RequestHash = comment.PostId + comment.Id.ToString(),
        };
    }

    /// <summary>Fills a thread: every fifth comment a root, the others its replies, the last two of them answers to the second.</summary>
    public PostId AddThread(int comments)
    {
        var post = AddPost();
        var batch = new List<Comment>(10_000);
        for (var i = 0; i < comments; i += 5)
        {
            var root = NewComment(post);
            var reply = NewComment(post, root);
            batch.AddRange([root, NewComment(post, root), reply, NewComment(post, reply), NewComment(post, reply)]);
            if (batch.Count >= 10_000 || i + 5 >= comments)
            {
                Store.ImportAsync([.. batch], CancellationToken.None).GetAwaiter().GetResult();
                batch.Clear();
            }
        }

        return post;
    }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // Twenty seconds between two comments.
    private Guid NextId()
    {
        var number = Interlocked.Increment(ref _last);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, (s_start.ToUnixTimeMilliseconds() + (number * 20_000)) << 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], 0x7000);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], 0x8000_0000_0000_0000 | (ulong)number);
        return new Guid(bytes, bigEndian: true);
    }

    private Author NewAuthor()
    {
        _author = new AuthorId(NextId());
        return new Author
        {
            Id = _author,
            BlogId = BlogId,
            Slug = Slug.From("keeper"),
            DisplayName = "Keeper",
            BioMarkdown = "",
            BioHtml = "",
            RendererVersion = 1,
            CreatedAt = s_start,
            UpdatedAt = s_start,
        };
    }
}
