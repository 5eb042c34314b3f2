using BlogKit.Specification;
using BlogKit.Storage;

namespace BlogKit.Interchange.Copy;

/// <summary>What stands rendered in a file never reaches the store, and no address leads where none may lead.</summary>
public sealed class CopyTrustTests
{
    private const string Script = "<script>alert('copied')</script>";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_script_in_a_rendered_member_never_reaches_the_store(bool isInMemory)
    {
        await using var here = await CopyPlace.CreateAsync();
        await using var there = await CopyPlace.CreateAsync(isInMemory);
        var blog = await here.FillAsync();
        var items = (await here.ItemsAsync(blog)).Select(Spoil).ToList();
        await using var hostile = await CopyPlace.CreateAsync(isInMemory: true);
        await Copying.WriteAsync(hostile.Transfers, blog, items);
        var file = await hostile.ExportAsync(blog);
        Lines.Of(file).Count(static line => line.Contains(Script, StringComparison.Ordinal)).Should().BeGreaterThan(5);

        await there.ImportAsync(file);

        there.Lines.Should().OnlyContain(static line => line.Outcome == CopyOutcome.Stored);
        var stored = await there.ItemsAsync(blog);
        Lines.Of(await there.ExportAsync(blog)).Should()
            .NotContain(static line => line.Contains("alert('copied')", StringComparison.Ordinal));
        stored.OfType<TransferredPost>().Should().OnlyContain(static post => post.Post.Rendered.PlainText.Length > 0);
    }

    [Fact]
    public async Task A_script_is_not_stored_for_a_moment_either()
    {
        await using var here = await CopyPlace.CreateAsync(isInMemory: true);
        var blog = await here.FillAsync();
        await using var hostile = await CopyPlace.CreateAsync(isInMemory: true);
        await Copying.WriteAsync(hostile.Transfers, blog, (await here.ItemsAsync(blog)).Select(Spoil));
        var file = await hostile.ExportAsync(blog);
        for (var writes = 1; writes < 30; writes += 4)
        {
            await using var there = await CopyPlace.CreateAsync(isInMemory: true);
            (there.Transfers.WritesLeft, there.Transfers.DiesAfter) = (writes, true);
            try
            {
                await there.ImportAsync(file, new CopyOptions { BatchSize = 3 });
            }
            catch (StoreDiedException)
            {
                // What was stored until here is looked at.
            }

            Lines.Of(await there.ExportAsync(blog)).Should()
                .NotContain(static line => line.Contains("alert('copied')", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_comment_names_whoever_wrote_later_too_and_is_the_same_when_read_again()
    {
        await using var here = await CopyPlace.CreateAsync(isInMemory: true);
        await using var there = await CopyPlace.CreateAsync();
        var sample = new SampleData();
        var blog = sample.Blog() with { Version = 1 };
        var author = sample.Author(blog.Id) with { Version = 1 };
        var post = sample.Post(blog.Id, author.Id) with { Version = 1 };
        var early = sample.Comment(post) with { Version = 1, Markdown = "@Later, you are right." };
        var late = sample.Comment(post) with { Version = 1, By = SampleData.User("later", "Later") };
        await Copying.StoreAsync(
            here.Transfers,
            blog.Id,
            [
                new TransferredBlog(blog), new TransferredAuthor(author), new TransferredPost(post),
                new TransferredComment(early), new TransferredComment(late),
            ]);
        var file = await here.ExportAsync(blog.Id);

        await there.ImportAsync(file, new CopyOptions { BatchSize = 1 });

        var stored = (await there.Get<ICommentStore>().FindAsync(blog.Id, early.Id, default))!;
        var rendered = await there.Get<CommentTexts>().RenderAsync(blog.Id, post.Id, early.Markdown);
        stored.Html.Should().Be(rendered.Html).And.Contain("<");
        stored.RendererVersion.Should().Be(there.Get<IMarkdownRenderer>().Version);
        await there.ImportAsync(file);
        there.Lines.Should().OnlyContain(static line => line.Outcome == CopyOutcome.Unchanged);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JAVASCRIPT:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("java\\tscript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    public async Task An_address_with_another_scheme_is_refused(string address)
    {
        await using var here = await CopyPlace.CreateAsync(isInMemory: true);
        await using var there = await CopyPlace.CreateAsync(isInMemory: true);
        var lines = Lines.Of(await here.ExportAsync(await here.FillAsync()));
        var comment = lines.FindIndex(static line => line.Contains("https://a.example/\"", StringComparison.Ordinal));
        lines[comment] = lines[comment].Replace("https://a.example/\"", address + "\"", StringComparison.Ordinal);
        var post = lines.FindIndex(static line => line.Contains("https://hive.example/bee.png\"", StringComparison.Ordinal)
            && line.StartsWith("{\"kind\":\"post\"", StringComparison.Ordinal));
        lines[post] = lines[post].Replace("https://hive.example/bee.png\"", address + "\"", StringComparison.Ordinal);

        await there.ImportAsync(Lines.File(lines));

        there.Lines.Where(line => line.Line == comment + 1 || line.Line == post + 1)
            .Should().HaveCount(2).And.OnlyContain(static line => line.Outcome == CopyOutcome.Refused);
    }

    private static TransferItem Spoil(TransferItem item) => item switch
    {
        TransferredPost { Post: var post } => new TransferredPost(post with
        {
            Rendered = new RenderedPost
            {
                Html = Script,
                PlainText = Script,
                ExcerptHtml = Script,
                ExcerptText = Script,
                Headings = [new Heading(2, Script, Script)],
                WordCount = 1,
            },
        }),
        TransferredComment comment => comment with { Comment = comment.Comment with { Html = Script, PlainText = Script } },
        TransferredAuthor { Author: var author } => new TransferredAuthor(author with { BioHtml = Script }),
        TransferredFooterBlock { Block: var block } => new TransferredFooterBlock(block with { Html = Script }),
        _ => item,
    };
}
