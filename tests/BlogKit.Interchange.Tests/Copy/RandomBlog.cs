using System.Collections.Immutable;
using System.Text;
using BlogKit.Specification;
using BlogKit.Storage;

namespace BlogKit.Interchange.Copy;

/// <summary>Items of a blog with texts, moments and trees that chance made; the same for the same seed.</summary>
internal sealed class RandomBlog(int seed)
{
    private static readonly string[] s_pieces =
    [
        "word ", "\n\n", "# ", "*", "**", "`", "<script>alert(1)</script>", "<b>", "&amp;", "\"", "\\", "\\u0041", "{\"kind\":\"post\"}", "é",
        "漢字",
        "👩‍👩‍👧", "\u202E", "\u2028", "\t", "@Ann ", "@Reader ", "[a](https://a.example/)", "> ", "- ", "1. ", "---\n", "|a|b|\n", "\u0007",
    ];

    private readonly Random _random = new(seed);
    private readonly SampleData _sample = new();

    public BlogId BlogId { get; private set; }

    public int Next(int from, int below) => _random.Next(from, below);

    public List<TransferItem> Items()
    {
        var blog = _sample.Blog() with { Description = Text(5), Version = Next(1, 9), CreatedAt = Moment(), UpdatedAt = Moment() };
        BlogId = blog.Id;
        List<TransferItem> items = [new TransferredBlog(blog)];
        ImmutableArray<Author> authors = [.. Enumerable.Range(1, Next(1, 5)).Select(i => _sample.Author(blog.Id, $"Author {i}") with
        {
            BioMarkdown = Text(8),
            BioHtml = "<script>bio</script>",
            Roles = (BlogRoles)Next(0, 32),
            Version = Next(1, 9),
            CreatedAt = Moment(),
        })];
        items.AddRange(authors.Select(static a => new TransferredAuthor(a)));
        List<Category> categories = [];
        for (var i = 0; i < Next(0, 6); i++)
        {
            categories.Add(_sample.Category(blog.Id, $"Category {i}", i > 0 && Next(0, 2) == 0 ? categories[Next(0, i)].Id : null) with
            {
                Description = Text(3),
                Version = Next(1, 9),
            });
        }

        items.AddRange(categories.Select(static c => new TransferredCategory(c)));
        List<TransferItem> comments = [];
        for (var i = 0; i < Next(1, 12); i++)
        {
            var post = _sample.Post(blog.Id, authors[Next(0, authors.Length)].Id, $"Post {i}") with
            {
                Markdown = Text(40),
                Format = (PostFormat)Next(0, 2),
                Excerpt = Next(0, 2) == 0 ? Text(4) : null,
                Status = (PostStatus)Next(0, 3),
                CategoryIds = [.. categories.Where(_ => Next(0, 3) == 0).Select(static c => c.Id)],
                PublishedAt = Next(0, 3) == 0 ? null : Moment(),
                CreatedAt = Moment(),
                UpdatedAt = Moment(),
                Version = Next(1, 99),
            };
            items.Add(new TransferredPost(post));
            AddComments(post, comments);
        }

        items.AddRange(comments);
        return items;
    }

    private void AddComments(Post post, List<TransferItem> items)
    {
        List<Comment> comments = [];
        for (var i = 0; i < Next(0, 15); i++)
        {
            var comment = _sample.Comment(post, i > 0 && Next(0, 2) == 0 ? comments[Next(0, i)] : null) with
            {
                Markdown = Text(10),
                Html = "<script>comment</script>",
                CreatedAt = SampleData.Now.AddMinutes(i),
                Version = Next(1, 9),
            };
            comment = comment with { By = comment.By with { Name = Next(0, 2) == 0 ? "Ann" : "Reader" } };
            comments.Add(comment);
            items.Add(new TransferredComment(comment)
            {
                Fingerprints = [.. Enumerable.Range(0, Next(0, 4)).Select(_ => _random.NextInt64(long.MinValue, long.MaxValue))],
            });
        }
    }

    private string Text(int pieces)
    {
        var text = new StringBuilder("x");
        for (var i = Next(0, pieces); i > 0; i--)
        {
            text.Append(s_pieces[Next(0, s_pieces.Length)]);
        }

        return text.ToString();
    }

    private DateTimeOffset Moment() => Next(0, 10) switch
    {
        0 => new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero),
        1 => new DateTimeOffset(2999, 12, 31, 23, 59, 59, TimeSpan.Zero),
        _ => SampleData.Now.AddTicks(_random.NextInt64(0, TimeSpan.TicksPerDay * 4000)),
    };
}
