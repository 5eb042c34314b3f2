using BlogKit.Moderation;

namespace BlogKit.Tests;

/// <summary>
/// Every text that a service takes, with everything that is no ordinary character: refused as invalid, or kept as it was given. Nothing
/// throws.
/// </summary>
public sealed class OddTextInEveryFieldTests
{
    private static readonly Uri s_page = new("https://elsewhere.example/page");

    public static TheoryData<string> Fields { get; } = [.. Tries.Keys.Order(StringComparer.Ordinal)];

    private static Dictionary<string, Func<TestBlog, Post, string, Task<(Answer Answer, string? Stored)>>> Tries => new(
        StringComparer.Ordinal)
    {
        ["blog.key"] = static async (b, _, t) => Of(await b.Blogs.CreateAsync(new NewBlog(t, "A blog"), Actor.System), static r => r.Key),
        ["blog.name"] = static async (b, _, t) => Of(await b.Blogs.UpdateAsync(b.Blog with { Name = t }, Actor.System), static r => r.Name),
        ["blog.description"] = static async (b, _, t) => Of(
            await b.Blogs.UpdateAsync(b.Blog with { Description = t }, Actor.System), static r => r.Description),
        ["blog.language"] = static async (b, _, t) => Of(
            await b.Blogs.UpdateAsync(b.Blog with { Language = t }, Actor.System), static r => r.Language),
        ["author.name"] = static async (b, _, t) => Of(
            await b.Authors.CreateAsync(new NewAuthor(b.Blog.Id, t), Actor.System), static r => r.DisplayName),
        ["author.email"] = static async (b, _, t) => Of(
            await b.Authors.CreateAsync(new NewAuthor(b.Blog.Id, "Eve") { Email = $"e{t}@example.org" }, Actor.System), null),
        ["author.user"] = static async (b, _, t) => Of(
            await b.Authors.CreateAsync(new NewAuthor(b.Blog.Id, "Eve") { UserKey = t }, Actor.System), static r => r.UserKey),
        ["author.credentials"] = static async (b, _, t) => Of(
            await b.Authors.CreateAsync(new NewAuthor(b.Blog.Id, "Eve") { Credentials = t }, Actor.System), static r => r.Credentials),
        ["author.bio"] = static async (b, _, t) => Of(
            await b.Authors.CreateAsync(new NewAuthor(b.Blog.Id, "Eve") { BioMarkdown = t }, Actor.System), static r => r.BioMarkdown),
        ["author.link"] = static async (b, _, t) => Of(
            await b.Authors.CreateAsync(new NewAuthor(b.Blog.Id, "Eve") { Links = [new AuthorLink(t, s_page)] }, Actor.System),
            static r => r.Links[0].Label),
        ["post.title"] = static async (b, _, t) => Of(await Create(b, p => p with { Title = t }), static r => r.Title),
        ["post.text"] = static async (b, _, t) => Of(
            await Create(b, p => p with { Markdown = Everywhere(t) }), static r => r.Markdown, Everywhere),
        ["post.excerpt"] = static async (b, _, t) => Of(await Create(b, p => p with { Excerpt = t }), static r => r.Excerpt),
        ["post.tag"] = static async (b, _, t) => Of(await Create(b, p => p with { Tags = [t] }), static r => r.Tags[0].Name),
        ["post.password"] = static async (b, _, t) => Of(
            await Create(b, p => p with { Visibility = PostVisibility.Password, Password = t }), null),
        ["post.picture"] = static async (b, _, t) => Of(
            await Create(b, p => p with { FeaturedImage = new FeaturedImage("/a.png", t) { Caption = t, Credit = t } }),
            static r => r.FeaturedImage!.Caption),
        ["post.picture-address"] = static async (b, _, t) => Of(
            await Create(b, p => p with { FeaturedImage = new FeaturedImage("/" + t, "") }), null),
        ["post.seo"] = static async (b, _, t) => Of(
            await Create(b, p => p with { Seo = new SeoFields { Title = t, Description = t } }), static r => r.Seo.Description),
        ["post.first-note"] = static async (b, _, t) => Of(await Create(b, p => p with { Note = t }), null),
        ["post.note"] = static async (b, p, t) => Of(await b.Posts.UpdateAsync(p, b.EditorActor, t), null),
        ["autosave.title"] = static async (b, _, t) => Of(
            await b.Get<AutosaveService>().SaveAsync(new NewAutosave(b.Blog.Id, null, t, ""), b.EditorActor), static r => r.Title),
        ["autosave.text"] = static async (b, _, t) => Of(
            await b.Get<AutosaveService>().SaveAsync(new NewAutosave(b.Blog.Id, null, "", t), b.EditorActor), static r => r.Markdown),
        ["category.name"] = static async (b, _, t) => Of(
            await b.Taxonomy.CreateCategoryAsync(new NewCategory(b.Blog.Id, t), b.EditorActor), static r => r.Name),
        ["category.description"] = static async (b, _, t) => Of(
            await b.Taxonomy.CreateCategoryAsync(new NewCategory(b.Blog.Id, "Bees") { Description = t }, b.EditorActor),
            static r => r.Description),
        ["series.name"] = static async (b, _, t) => Of(
            await b.Taxonomy.CreateSeriesAsync(new NewSeries(b.Blog.Id, t), b.EditorActor), static r => r.Name),
        ["series.description"] = static async (b, _, t) => Of(
            await b.Taxonomy.CreateSeriesAsync(new NewSeries(b.Blog.Id, "Bees") { Description = t }, b.EditorActor),
            static r => r.Description),
        ["comment.name"] = static async (b, p, t) => Of(await Comment(b, p, c => c with { Name = t }), static r => r.Comment.By.Name),
        ["comment.display-name"] = static async (b, p, t) => Of(
            await b.Comments.SubmitAsync(new NewComment(p.BlogId, p.Id, "Bees.") { DisplayName = t }, Actor.User("42", "zoe@mail.example")),
            static r => r.Comment.By.Name is "Member" ? null : r.Comment.By.Name),
        ["display-name"] = static async (b, _, t) => Of(
            await b.Get<DisplayNameService>().ChooseAsync(b.Blog.Id, t, Actor.User("42", "zoe@mail.example")), static r => r.Name),
        ["comment.email"] = static async (b, p, t) => Of(await Comment(b, p, c => c with { Email = $"e{t}@example.org" }), null),
        ["comment.domain"] = static async (b, p, t) => Of(await Comment(b, p, c => c with { Email = $"e@ex{t}ample.org" }), null),
        ["comment.url"] = static async (b, p, t) => Of(await Comment(b, p, c => c with { Url = $"https://ex{t}ample.org/{t}" }), null),
        ["comment.text"] = static async (b, p, t) => Of(
            await Comment(b, p, c => c with { Markdown = Everywhere(t) }), static r => r.Comment.Markdown, Everywhere),
        ["comment.key"] = static async (b, p, t) => Of(await Comment(b, p, c => c with { IdempotencyKey = t }), null),
        ["comment.address"] = static async (b, p, t) => Of(await Comment(b, p, c => c with { RemoteAddress = t, UserAgent = t }), null),
        ["mention.name"] = static async (b, p, t) => Of(
            await b.Comments.SubmitMentionAsync(new NewMention(p.BlogId, p.Id, s_page, "Said something.") { Name = t }), null),
        ["mention.text"] = static async (b, p, t) => Of(
            await b.Comments.SubmitMentionAsync(new NewMention(p.BlogId, p.Id, s_page, t)), null),
        ["preview"] = static async (b, p, t) => Of(await b.Comments.PreviewAsync(p.BlogId, p.Id, Everywhere(t)), null),
        ["search"] = static async (b, _, t) => Of(await b.Search.SearchAsync(new SearchRequest(b.Blog.Id, $"wax {t} \"{t}\"")), null),
        ["search.cursor"] = static async (b, _, t) => Of(
            await b.Search.SearchAsync(new SearchRequest(b.Blog.Id, "wax") { Cursor = t }), null),
        ["list.cursor"] = static async (b, _, t) => Of(await b.Posts.ListAsync(new PostListQuery(b.Blog.Id) { Cursor = t }), null),
        ["flag.note"] = static async (b, p, t) => Of(await b.Get<FlagService>().FlagAsync(
            b.Blog.Id,
            (await Comment(b, p, static c => c)).Value.Comment.Id,
            FlagKind.Spam,
            t,
            Actor.Guest("a secret of more than enough length for another")), null),
        ["reason"] = static async (b, p, t) => Of(
            await b.Moderation.TrashAsync(b.Blog.Id, (await Comment(b, p, static c => c)).Value.Comment.Id, b.EditorActor, reason: t),
            null),
        ["ban.key"] = static async (b, _, t) => Of(
            await b.Get<BanService>().BanAsync(new NewBan(b.Blog.Id, "email:" + t), b.EditorActor), null),
        ["ban.reason"] = static async (b, _, t) => Of(
            await b.Get<BanService>().BanAsync(new NewBan(b.Blog.Id, "email:a@example.org") { Reason = t }, b.EditorActor),
            static r => r.Reason),
    };

    private static Actor Reader => Actor.Guest("a secret of more than enough length for one reader");

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task It_is_refused_or_kept(string field)
    {
        // A password is stretched: a sample must do.
        foreach (var (name, text) in field is "post.password"
            ? OddTexts.All.Where(static (_, i) => i % 12 == 0).Concat(OddTexts.All.TakeLast(16).Take(5))
            : OddTexts.All)
        {
            await using var blog = await TestBlog.StartAsync();
            var post = await blog.PublishAsync();

            var (answer, stored) = await Tries[field](blog, post, text);

            if (!answer.Succeeded)
            {
                answer.Kind.Should().Be(ErrorKind.Invalid, "{0} in {1}", name, field);
            }
            else
            {
                stored.Should().BeOneOf([null, text, text.Trim()], "{0} in {1}", name, field);
            }
        }
    }

    // In a text, a heading, links of all kinds, code and a mention.
    private static string Everywhere(string text) => string.Concat(
        text,
        $"\n\n# {text}\n\n[{text}](https://ex{text}ample.org/{text} \"{text}\") <https://a{text}b.org> https://c{text}d.org/{text} "
            + $"![{text}]({text}:x)\n\n",
        $"`{text}`\n\n```{text}\n{text}\n```\n\n@{text} | {text}\n");

    private static Task<Result<Post>> Create(TestBlog blog, Func<NewPost, NewPost> with) =>
        blog.Posts.CreateAsync(with(new NewPost(blog.Blog.Id, "Wax", "Wax and honey.")), blog.EditorActor);

    private static Task<Result<SubmittedComment>> Comment(TestBlog blog, Post post, Func<NewComment, NewComment> with) =>
        blog.Comments.SubmitAsync(
            with(new NewComment(post.BlogId, post.Id, "So it is.") { Name = "Reader", Email = "reader@example.org" }), Reader);

    private static (Answer Answer, string? Stored) Of<T>(Result<T> result, Func<T, string?>? read, Func<string, string>? wrapped = null)
        where T : notnull
    {
        var stored = result.Succeeded ? read?.Invoke(result.Value) : null;
        if (wrapped is not null && stored is not null)
        {
            stored = OddTexts.All.Select(static t => t.Text).FirstOrDefault(
                t => string.Equals(wrapped(t).ReplaceLineEndings().Trim(), stored.ReplaceLineEndings().Trim(), StringComparison.Ordinal))
                ?? stored;
        }

        return (new Answer(result.Succeeded, result.Succeeded ? default : result.Error.Kind), stored);
    }

    private sealed record Answer(bool Succeeded, ErrorKind Kind);
}
