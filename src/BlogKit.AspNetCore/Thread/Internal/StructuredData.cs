using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Pages in the terms of schema.org, as JSON-LD for a script element: the encoder escapes what has a meaning in HTML, so that no text can
/// end the element, and leaves letters of every script as they are.
/// </summary>
internal static class StructuredData
{
    private const int LongestComment = 100;

    // The longest name of a character in HTML has 31 letters.
    private const int LongestEntity = 33;
    private static readonly LdJson Json = new(
        new JsonSerializerOptions(LdJson.Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });

    /// <summary>A post or page with its authors, and the first comments of the page shown.</summary>
    public static string ForPost(PostModel model, int comments)
    {
        var (links, blog, post) = (model.Frame.Links, model.Frame.Blog, model.Post);
        var url = links.Absolute(links.Post(post.Slug));
        var left = comments;
        var isPost = post.Kind is PostKind.Post;
        var node = new LdNode(isPost ? "BlogPosting" : "WebPage")
        {
            Id = url,
            Url = url,
            Headline = post.Title,
            Description = model.Frame.Description is { Length: > 0 } description ? description : null,
            InLanguage = blog.Language,
            DatePublished = post.PublishedAt is { } at ? PageText.Machine(at) : null,
            DateModified = PageText.Machine(PostFace.ChangedAt(post)),
            Keywords = post.Tags.IsEmpty ? null : string.Join(", ", post.Tags.Select(static t => t.Name)),
            WordCount = isPost ? post.Rendered.WordCount : null,
            Image = PostFace.Picture(post, links) is { } image ? new LdNode("ImageObject")
            {
                Url = image.Url,
                Width = image.Width,
                Height = image.Height,
                Caption = image.Caption,
                CreditText = image.Credit,
            }
            : null,
            Author = model.Authors.IsEmpty ? null : [.. model.Authors.Select(author => Person(links, author))],
            IsPartOf = new LdNode("Blog") { Id = links.Absolute(links.Home), Name = blog.Name, Url = links.Absolute(links.Home) },
            CommentCount = model.Thread?.Page.ShownComments,
            Comment = model.Thread is { } thread && left > 0 ? Comments(thread.Page.Roots, ref left) : null,
        };
        var crumbs = model.Categories is [var category, ..]
            ? Crumbs(links, blog, (category.Name, links.Category(category.Slug)), (post.Title, links.Post(post.Slug)))
            : Crumbs(links, blog, (post.Title, links.Post(post.Slug)));
        return Write(node, crumbs);
    }

    /// <summary>The blog's first page.</summary>
    public static string ForHome(BlogLinks links, Blog blog)
    {
        var home = links.Absolute(links.Home);
        return Write(new LdNode("Blog")
        {
            Id = home,
            Url = home,
            Name = blog.Name,
            Description = blog.Description.Length == 0 ? null : blog.Description,
            InLanguage = blog.Language,
        });
    }

    /// <summary>An author's profile.</summary>
    public static string ForAuthor(BlogLinks links, Blog blog, ReaderAuthor author)
    {
        var url = links.Absolute(links.Author(author.Slug));
        return Write(
            new LdNode("ProfilePage")
            {
                Id = url,
                Url = url,
                InLanguage = blog.Language,
                MainEntity = Person(links, author) with
                {
                    HonorificSuffix = author.Credentials,
                    SameAs = author.Links.IsEmpty ? null : [.. author.Links.Select(static l => l.Url.AbsoluteUri)],
                },
            },
            Crumbs(links, blog, (author.DisplayName, links.Author(author.Slug))));
    }

    /// <summary>A list: where it is in the blog.</summary>
    /// <param name="links">The blog's addresses.</param>
    /// <param name="blog">The blog.</param>
    /// <param name="places">The names and paths from the first page down to this one.</param>
    public static string ForPage(BlogLinks links, Blog blog, params (string Name, string Path)[] places) =>
        Write(Crumbs(links, blog, places));

    private static LdNode Crumbs(BlogLinks links, Blog blog, params (string Name, string Path)[] places) => new("BreadcrumbList")
    {
        ItemListElement = [.. places.Prepend((Name: blog.Name, Path: links.Home)).Select((place, index) => new LdNode("ListItem")
        {
            Position = index + 1,
            Name = place.Name,
            Item = links.Absolute(place.Path),
        })],
    };

    private static LdNode Person(BlogLinks links, ReaderAuthor author) => new("Person")
    {
        Name = author.DisplayName,
        Url = links.Absolute(links.Author(author.Slug)),
        Image = author.AvatarUrl is { } picture ? new LdNode("ImageObject") { Url = links.AbsoluteFile(picture.OriginalString) } : null,
    };

    // Only what readers see: no tombstone has a text, no held comment is anybody else's to know.
    private static LdNode[]? Comments(IEnumerable<ThreadNode> nodes, ref int left)
    {
        var found = new List<LdNode>();
        foreach (var node in nodes)
        {
            if (left == 0)
            {
                break;
            }

            if (node.Comment is not { IsHeld: false } comment)
            {
                // What stands below a tombstone is told where the tombstone is.
                found.AddRange(Comments(node.Replies, ref left) ?? []);
                continue;
            }

            left--;
            found.Add(new LdNode("Comment")
            {
                DateCreated = PageText.Machine(comment.CreatedAt),
                Author = [new LdNode("Person") { Name = comment.Name }],
                Text = Plain(comment.Html),
                Comment = Comments(node.Replies, ref left),
            });
        }

        return found.Count == 0 ? null : [.. found];
    }

    /// <summary>
    /// The beginning of a comment's text: its HTML is BlogKit's own, so that what stands between brackets is markup. Reads no further than
    /// it tells: most of a long comment costs nothing.
    /// </summary>
    private static string Plain(string html)
    {
        Span<char> words = stackalloc char[LongestComment + 1];
        var length = 0;
        var isAfterSpace = false;
        for (var at = 0; at < html.Length; at++)
        {
            var (letter, pair) = (html[at], default(char));
            if (letter is '<')
            {
                isAfterSpace = true;
                at = html.IndexOf('>', at) is var end and >= 0 ? end : html.Length;
                continue;
            }

            if (letter is '&' && html.IndexOf(';', at) is var semicolon and >= 0 && semicolon - at <= LongestEntity)
            {
                var decoded = WebUtility.HtmlDecode(html[at..(semicolon + 1)]);
                if (decoded.Length <= 2)
                {
                    (letter, pair) = (decoded[0], decoded.Length == 2 ? decoded[1] : default);
                    at = semicolon;
                }
            }

            if (char.IsWhiteSpace(letter))
            {
                isAfterSpace = true;
                continue;
            }

            if (isAfterSpace && length > 0 && !Add(words, ref length, ' '))
            {
                break;
            }

            isAfterSpace = false;
            if (!Add(words, ref length, letter) || (pair != default && !Add(words, ref length, pair)))
            {
                break;
            }
        }

        if (length <= LongestComment)
        {
            return new string(words[..length]);
        }

        length = char.IsHighSurrogate(words[LongestComment - 1]) ? LongestComment - 1 : LongestComment;
        return string.Concat(words[..length], "…");
    }

    // False when there is one more than is told.
    private static bool Add(Span<char> words, ref int length, char letter)
    {
        words[length++] = letter;
        return length <= LongestComment;
    }

    private static string Write(params LdNode[] nodes) => JsonSerializer.Serialize(new LdDocument(nodes), Json.LdDocument);
}
