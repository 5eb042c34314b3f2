using BlogKit.Storage;

namespace BlogKit.Interchange.Import;

public sealed class DisqusImportTests
{
    [Theory]
    [InlineData("")]
    [InlineData("12 https://old.example/?p=12")]
    public async Task Comments_stand_under_the_post_that_their_thread_is_of(string given)
    {
        await using var blog = await ImportBlog.CreateAsync();
        await blog.ImportAsync(WxrText.Post());
        var post = (await blog.FindPostAsync("high-water"))!;

        var report = await blog.ImportAsync(DisqusText.Source(DisqusText.Export(
            DisqusText.Thread(given: given) + DisqusText.Post(id: "8", isDeleted: "true", message: "")
            + DisqusText.Post("<parent dsq:id=\"8\" />", id: "9") + DisqusText.Post(isSpam: "true"))));

        report.ByKind["comment"].Refused.Should().Be(0);
        report.ByKind["thread"].Should().Be(new ImportCounts { Unchanged = 1 });
        var counts = await blog.Get<ThreadService>().CountAsync(blog.Blog.Id, post.Id);
        (counts.Approved, counts.Spam, counts.Deleted).Should().Be((1, 1, 1));
    }

    [Fact]
    public async Task A_thread_without_a_post_is_in_the_draft_of_the_map_and_the_map_brings_it_in()
    {
        await using var blog = await ImportBlog.CreateAsync();
        await blog.ImportAsync(WxrText.Post().Replace("high-water", "elsewhere", StringComparison.Ordinal)
            .Replace("<wp:post_id>12", "<wp:post_id>99", StringComparison.Ordinal));
        var export = DisqusText.Export(DisqusText.Thread() + DisqusText.Post());

        var report = await blog.ImportAsync(DisqusText.Source(export));

        report.Counts.Should().Be(new ImportCounts { Refused = 2 });
        report.DraftMap.Addresses.Should().ContainKey("https://old.example/2009/05/high-water/");
        var map = report.DraftMap with
        {
            Addresses = report.DraftMap.Addresses.SetItem("https://old.example/2009/05/high-water/", "post:elsewhere"),
        };
        (await blog.ImportAsync(DisqusText.Source(export), new ImportOptions { Map = map })).ByKind["comment"]
            .Should().Be(new ImportCounts { Imported = 1 });
    }

    [Fact]
    public async Task An_account_of_the_map_wrote_what_it_wrote_there()
    {
        await using var blog = await ImportBlog.CreateAsync();
        await blog.ImportAsync(WxrText.Post());
        var map = new ImportMap { Authors = ImportMap.Empty.Authors.Add("jon_at_sea", "user:42") };

        await blog.ImportAsync(
            DisqusText.Source(DisqusText.Export(DisqusText.Thread() + DisqusText.Post())), new ImportOptions { Map = map });

        var comments = await blog.Get<ICommentStore>().ListAsync(
            new CommentQuery { BlogId = blog.Blog.Id, Status = CommentStatus.Approved, Size = 10 }, default);
        var comment = comments.Items.Single().Comment;
        (comment.By.Kind, comment.By.UserKey, comment.OwnerKey).Should().Be((CommenterKind.User, "42", ActorKey.User("42")));
    }

    [Fact]
    public async Task A_map_that_names_nobody_is_refused_before_anything_is_written()
    {
        await using var blog = await ImportBlog.CreateAsync();
        var map = new ImportMap { Authors = ImportMap.Empty.Authors.Add("mara", "author:nobody") };

        var import = () => blog.ImportAsync(WxrText.Post(), new ImportOptions { Map = map });

        (await import.Should().ThrowAsync<ImportSourceException>()).WithMessage("*author:nobody*");
        (await blog.FindPostAsync("high-water")).Should().BeNull();
    }
}
