using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using BlogKit.Interchange.Internal;
using BlogKit.Specification;
using BlogKit.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BlogKit.Interchange;

/// <summary>A blog in memory, filled at its store, and its export.</summary>
internal sealed class ExportBlog : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ExportBlog(ServiceProvider services) => _services = services;

    public SampleData Data { get; } = new();

    public Blog Blog { get; private set; } = null!;

    public Author Author { get; private set; } = null!;

    /// <summary>What stands between the writer and the store's threads; the store itself unless a test says otherwise.</summary>
    public Func<IModerationStore, IModerationStore> Threads { get; set; } = static store => store;

    /// <summary>What stands between the writer and the store's copies.</summary>
    public Func<ITransferStore, ITransferStore> Copies { get; set; } = static store => store;

    public IPostStore Posts => Get<IPostStore>();

    public static async Task<ExportBlog> StartAsync(Func<Blog, Blog>? with = null)
    {
        var services = new ServiceCollection();
        services.AddBlogKit().UseInMemory();
        var made = new ExportBlog(services.BuildServiceProvider());
        var blog = made.Data.Blog();
        made.Blog = with is null ? blog : with(blog);
        (await made.Get<IBlogStore>().SaveAsync(made.Blog, CancellationToken.None)).Should().Be(SaveOutcome.Saved);
        made.Author = await made.AddAsync(made.Data.Author(made.Blog.Id, "Mara"));
        return made;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<Author> AddAsync(Author author)
    {
        (await Get<IAuthorStore>().SaveAsync(author, CancellationToken.None)).Should().Be(SaveOutcome.Saved);
        return author;
    }

    public async Task<Category> AddAsync(Category category)
    {
        (await Get<ITaxonomyStore>().SaveCategoryAsync(category, CancellationToken.None)).Should().Be(SaveOutcome.Saved);
        return category;
    }

    public async Task<Series> AddAsync(Series series)
    {
        (await Get<ITaxonomyStore>().SaveSeriesAsync(series, CancellationToken.None)).Should().Be(SaveOutcome.Saved);
        return series;
    }

    /// <summary>Stores a post, rendered as it is when it is saved.</summary>
    public async Task<Post> AddAsync(string title = "High water", string markdown = "One.", Func<Post, Post>? with = null)
    {
        var post = Rendered(Data.Post(Blog.Id, Author.Id, title), markdown);
        post = with is null ? post : with(post);
        (await Posts.SaveAsync(new PostSave(post, null), CancellationToken.None)).Should().Be(SaveOutcome.Saved);
        return post with { Version = 1 };
    }

    public Post Rendered(Post post, string markdown) => post with
    {
        Markdown = markdown,
        Rendered = Get<IMarkdownRenderer>().RenderPost(markdown, new PostRendering { AllowRawHtml = true }),
    };

    public Comment Said(Post post, string markdown = "Well said.", Comment? parent = null, Func<Comment, Comment>? with = null)
    {
        var comment = Data.Comment(post, parent);
        var rendered = Get<IMarkdownRenderer>().RenderComment(markdown, CommentRendering.Default);
        comment = comment with { Markdown = markdown, Html = rendered.Html, PlainText = rendered.PlainText };
        return with is null ? comment : with(comment);
    }

    public async Task StoreAsync(params IEnumerable<Comment> comments)
    {
        foreach (var part in comments.Chunk(500))
        {
            var results = await Get<ICommentIntakeStore>().ImportAsync([.. part.Select(CommentImport.FromComment)], CancellationToken.None);
            results.Should().OnlyContain(static result => result.Outcome == CommentImportOutcome.Stored);
        }
    }

    public Task<Result<WxrWriterReport>> WriteAsync(
        Stream output, WxrWriterOptions? options = null, Actor? actor = null, BlogId? blogId = null, CancellationToken cancellationToken = default)
    {
        var stores = new WxrStores(
            Get<IAuthorStore>(),
            Get<ITaxonomyStore>(),
            Posts,
            Copies(Get<ITransferStore>()),
            Threads(Get<IModerationStore>()),
            Get<ICommentStore>());
        return new WxrWriter(Get<IBlogStore>(), stores, new FakeTimeProvider(SampleData.Now))
            .WriteAsync(blogId ?? Blog.Id, output, options, actor ?? Actor.System, null, cancellationToken);
    }

    /// <summary>Writes the blog, checks the file strictly, and reads it back.</summary>
    public async Task<Export> ExportAsync(WxrWriterOptions? options = null)
    {
        using var memory = new MemoryStream();
        var report = await WriteAsync(memory, options);
        report.Succeeded.Should().BeTrue();
        var file = memory.ToArray();
        var document = WxrChecker.Check(file, Blog.FindTimeZone());
        return new Export(file, document, report.Value, [.. await WxrText.ReadAsync(WxrText.Source(file))]);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    internal sealed record Export(byte[] File, XDocument Document, WxrWriterReport Report, ImmutableArray<ImportItem> Items)
    {
        public string Text => Encoding.UTF8.GetString(File);

        public ImportedPost Post => Items.OfType<ImportedPost>().Single();

        public ImmutableArray<ImportedComment> Comments => [.. Items.OfType<ImportedComment>()];

        public IEnumerable<string> NotesOf(WxrItemKind kind) => Report.Notes.Where(note => note.Kind == kind).Select(static note => note.Member);
    }
}
