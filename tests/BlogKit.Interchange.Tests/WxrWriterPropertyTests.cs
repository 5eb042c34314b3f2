using System.Globalization;

namespace BlogKit.Interchange;

public sealed class WxrWriterPropertyTests
{
    [Fact]
    public async Task What_is_written_is_read_back_but_for_what_the_report_names()
    {
        for (var seed = 0; seed < 120; seed++)
        {
            await using var blog = await ExportBlog.StartAsync();
            var made = new RandomBlog(seed, blog);
            await made.FillAsync();

            var export = await blog.ExportAsync();

            using var scope = new FluentAssertions.Execution.AssertionScope(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
            new Comparison(made, export).Check();
        }
    }

    private sealed class Comparison(RandomBlog made, ExportBlog.Export export)
    {
        private readonly ILookup<string, string> _notes = export.Report.Notes.ToLookup(static note => note.Id, static note => note.Member, StringComparer.Ordinal);

        public void Check()
        {
            CheckCounts();
            var posts = made.Posts.OrderBy(static post => (post.CreatedAt, post.Id)).ToList();
            var read = export.Items.OfType<ImportedPost>().ToList();
            read.Select(static post => post.Title).Should().Equal(posts.Select(static post => Legal(post.Title)));
            var media = export.Items.OfType<ImportedMedia>().ToDictionary(static one => one.OriginalId, static one => one.Address, StringComparer.Ordinal);
            foreach (var (post, found) in posts.Zip(read))
            {
                CheckPost(post, found, posts, media);
                CheckThread(post, found.OriginalId);
            }
        }

        private void CheckCounts()
        {
            Count(WxrItemKind.Author).Should().Be(made.Authors.Count);
            Count(WxrItemKind.Category).Should().Be(made.Categories.Count);
            (Count(WxrItemKind.Post) + Count(WxrItemKind.Page)).Should().Be(made.Posts.Count);
            Count(WxrItemKind.Comment).Should().Be(made.Comments.Count);
            Count(WxrItemKind.Tag).Should().Be(made.Posts.SelectMany(static post => post.Tags).DistinctBy(static tag => tag.Slug).Count());
            export.Items.OfType<ImportedCategory>().Select(static category => (category.Slug, category.Name)).Should().BeEquivalentTo(
                made.Categories.Select(static category => (category.Slug.Value, category.Name)));
            export.Report.Notes.Where(static note => !note.IsLeftOut).DistinctBy(static note => (note.Kind, note.Id)).Count().Should()
                .Be((int)export.Report.Counts.Sum(static count => count.Altered));
        }

        private long Count(WxrItemKind kind) => export.Report.Of(kind).Written + export.Report.Of(kind).LeftOut;

        private bool IsNoted(string id, string member) => _notes[id].Contains(member, StringComparer.Ordinal);

        private void CheckPost(Post post, ImportedPost found, List<Post> posts, Dictionary<string, string> media)
        {
            var id = post.Id.ToString();
            found.Slug.Should().Be(post.Slug.Value);
            found.Kind.Should().Be(post.Kind);
            found.PublishedAt.Should().Be(Second(post.PublishedAt!.Value));
            found.UpdatedAt.Should().Be(Second(post.UpdatedAt));
            found.FeedId.Should().Be(post.FeedId ?? $"urn:uuid:{post.Id.Value:D}");
            found.IsPinned.Should().Be(post.IsPinned && !IsNoted(id, "pin"));
            found.ParentId.Should().Be(post.ParentId is { } parent
                ? (posts.FindIndex(other => other.Id == parent) + 1).ToString(CultureInfo.InvariantCulture)
                : null);
            found.Status.Should().Be(IsNoted(id, "status") || IsNoted(id, "visibility") ? ImportedPostStatus.Private : Expected(post));
            found.AcceptsComments.Should().Be((post.Comments.Mode ?? CommentMode.Open) is CommentMode.Open);
            found.Authors.Select(static author => author.Name).Should().Equal(
                post.AuthorIds.Select(author => made.Authors.Single(one => one.Id == author).DisplayName));
            found.Categories.Select(static term => term.Name).Should().Equal(
                post.CategoryIds.Select(category => made.Categories.Single(one => one.Id == category).Name));
            found.Tags.Select(static term => term.Name).Should().Equal(post.Tags.Select(static tag => tag.Name));
            found.Fields.Select(static field => field.Value).Should().Equal(post.Fields.Select(static field => Legal(field.Value)));
            (found.Seo?.Title, found.Seo?.Description, found.Seo?.NoIndex ?? false).Should().Be((post.Seo.Title, post.Seo.Description, post.Seo.NoIndex));
            (found.FeaturedMediaId is { } picture ? media[picture] : null).Should()
                .Be(post.FeaturedImage is { } image ? "https://hive.example" + image.Url : null);
            Shown.Text(found.Excerpt?.Text ?? "").Should().Be(Legal(post.Excerpt ?? ""));
            Shown.Signs(found.Body.Text).Should().Be(Shown.Signs(Legal(post.Rendered.Html)));
            found.Body.Text.Should().NotContain("<br");
            found.Notes.Should().BeEmpty();
            if (post.Markdown.Contains('\u0001', StringComparison.Ordinal) && post.Rendered.Html.Contains('\u0001', StringComparison.Ordinal))
            {
                IsNoted(id, "text").Should().BeTrue();
            }
        }

        private static ImportedPostStatus Expected(Post post) => post.GetStatusAt(Specification.SampleData.Now) switch
        {
            PostStatus.Draft => ImportedPostStatus.Draft,
            PostStatus.PendingReview => ImportedPostStatus.PendingReview,
            PostStatus.Scheduled => ImportedPostStatus.Scheduled,
            PostStatus.Published when post.PublishedAt > Specification.SampleData.Now => ImportedPostStatus.Scheduled,
            PostStatus.Published => ImportedPostStatus.Published,
            _ => ImportedPostStatus.Private,
        };

        private void CheckThread(Post post, string postId)
        {
            var thread = made.Comments.Where(comment => comment.PostId == post.Id).ToList();
            var living = thread.Where(static comment => comment.Status is not CommentStatus.Deleted).ToList();
            var read = export.Comments.Where(comment => string.Equals(comment.PostId, postId, StringComparison.Ordinal)).ToList();
            read.Should().HaveCount(living.Count);
            foreach (var (comment, found) in living.Zip(read))
            {
                var id = comment.Id.ToString();
                found.Status.Should().Be(IsNoted(id, "status") ? CommentStatus.Pending : comment.Status);
                found.Kind.Should().Be(comment.Kind);
                found.CreatedAt.Should().Be(Second(comment.CreatedAt));
                (found.Name, found.Email, found.Url, found.RemoteAddress).Should()
                    .Be((comment.By.Name, comment.By.Email, comment.By.Url?.AbsoluteUri, comment.RemoteAddress));
                Shown.Signs(found.Body.Text).Should().Be(Shown.Signs(Legal(comment.Html)));
                found.Notes.Should().BeEmpty();
                var parent = LivingParent(comment, thread);
                found.ParentId.Should().Be(parent is null ? null : read[living.IndexOf(parent)].OriginalId);
                IsNoted(id, "parent").Should().Be(parent?.Id != comment.ParentId);
            }
        }

        private static Comment? LivingParent(Comment comment, List<Comment> thread)
        {
            var parent = comment;
            do
            {
                parent = thread.Find(other => other.Id == parent.ParentId);
            }
            while (parent is { Status: CommentStatus.Deleted });

            return parent;
        }

        private static string Legal(string text) => text.Replace("\u0001", "", StringComparison.Ordinal);

        private static DateTimeOffset Second(DateTimeOffset at) => at.AddTicks(-(at.UtcTicks % TimeSpan.TicksPerSecond));
    }
}
