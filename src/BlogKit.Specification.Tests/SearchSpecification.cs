using System.Globalization;
using System.Text;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Tests the contract of <see cref="ISearchStore"/>.</summary>
public abstract class SearchSpecification : StoreSpecification
{
    private Blog? _blog;

    /// <inheritdoc/>
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync().ConfigureAwait(false);
        _blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
    }

    /// <summary>A hit has all that a list of hits shows.</summary>
    [Fact]
    public async Task Posts_and_comments_are_found_with_what_is_shown_of_them()
    {
        var post = await PostAsync("On swarms", "A swarm leaves the hive in May.").ConfigureAwait(false);
        var comment = await CommentAsync(post, "My hive swarmed twice.").ConfigureAwait(false);

        var found = await SearchAsync(SearchScope.Everything, "hive").ConfigureAwait(false);

        Assert.Equal(2, found.Items.Length);
        var ofPost = found.Items.Single(static h => h.CommentId is null);
        var ofComment = found.Items.Single(static h => h.CommentId is not null);
        Assert.Equal(
            (new PostLink(post.Id, post.Slug, post.Title), post.PublishedAt, null),
            (ofPost.Post, (DateTimeOffset?)ofPost.At, ofPost.CommenterName));
        Assert.Equal(
            (ofPost.Post, comment.CreatedAt, comment.By.Name, (CommentId?)comment.Id),
            (ofComment.Post, ofComment.At, ofComment.CommenterName, ofComment.CommentId));
        Assert.True(found.Items[0].Score >= found.Items[1].Score);
    }

    /// <summary>Every term must occur; in a post, title and text count together.</summary>
    [Fact]
    public async Task Every_term_must_occur()
    {
        var both = await PostAsync("Honey", "From the hive.").ConfigureAwait(false);
        await PostAsync("Wax", "From the hive.").ConfigureAwait(false);
        await PostAsync("Honey again", "From the shop.").ConfigureAwait(false);

        Assert.Equal([both.Id], await PostsAsync("honey", "hive").ConfigureAwait(false));
        Assert.Empty(await PostsAsync("honey", "nectar").ConfigureAwait(false));
        Assert.Equal(2, (await PostsAsync("hive").ConfigureAwait(false)).Count);
    }

    /// <summary>Neither case nor diacritics matter, on either side.</summary>
    [Theory]
    [InlineData("Bienenkönigin", "bienenkonigin")]
    [InlineData("Bienenkonigin", "BIENENKÖNIGIN")]
    [InlineData("Café crème", "CAFE")]
    [InlineData("Пчела летит", "пчеЛА")]
    [InlineData("Μέλισσα", "μελισσα")]
    [InlineData("e\u0301te\u0301", "été")]
    public async Task Case_and_diacritics_do_not_matter(string text, string term)
    {
        var post = await PostAsync("Title", $"Before {text} after.").ConfigureAwait(false);

        Assert.Equal([post.Id], await PostsAsync(term).ConfigureAwait(false));
    }

    /// <summary>Words are found in every script, with and without spaces between words, and in every way to write a character.</summary>
    [Theory]
    [InlineData("蜜蜂在跳舞", "跳舞")]
    [InlineData("蜂が踊る", "踊る")]
    [InlineData("ﾐﾂﾊﾞﾁの家", "ミツバチ")]
    [InlineData("ผึ้งเต้นรำ", "เต้น")]
    [InlineData("ຜະລິດນ້ຳເຜິ້ງ", "ນ້ຳ")]
    [InlineData("한국의 꿀벌", "꿀벌")]
    [InlineData("\u1112\u1161\u11AB\u1100\u116E\u11A8", "한국")]
    [InlineData("한국", "\u1112\u1161\u11AB\u1100\u116E\u11A8")]
    [InlineData("Straße am Wald", "STRASSE")]
    [InlineData("STRASSE", "straße")]
    [InlineData("Smørrebrød i haven", "smorrebrod")]
    [InlineData("Ærø og Łódź", "aero")]
    [InlineData("Ærø og Łódź", "lodz")]
    [InlineData("мёд из улья", "МЕД")]
    [InlineData("ΜΈΛΙ καλός", "μελι")]
    [InlineData("ΜΈΛΙ καλός", "ΚΑΛΟΣ")]
    [InlineData("किताब पढ़ो", "किताब")]
    [InlineData("می\u200Cخواهم عسل", "می\u200Cخواهم")]
    [InlineData("ｂｅｅｓ", "bees")]
    [InlineData("bee-keeping", "keeping")]
    [InlineData("bee-keeping", "bee keeping")]
    [InlineData("bee keeping", "bee-keeping")]
    [InlineData("co\u00ADoperate", "cooperate")]
    [InlineData("½ litre", "1 2")]
    [InlineData("1/2 litre", "½")]
    [InlineData("𠮷野家の蜂", "𠮷野")]
    public async Task Words_are_found_in_every_script_however_they_are_written(string text, string term)
    {
        var post = await PostAsync("Title", $"Before {text} after.").ConfigureAwait(false);

        var found = await Store.Search.SearchAsync(Query(new SearchTerm(term, IsPrefix: false)), default).ConfigureAwait(false);

        var hit = Assert.Single(found.Items);
        Assert.Equal(post.Id, hit.Post.Id);
        Assert.NotEmpty(hit.Snippet.Highlights);
    }

    /// <summary>Characters of scripts without spaces must follow one another, as the words of a phrase.</summary>
    [Theory]
    [InlineData("蜜蜂在跳舞", "舞跳")]
    [InlineData("蜜蜂在跳舞", "蜜舞")]
    [InlineData("ผึ้งเต้นรำ", "เต้นผึ้ง")]
    public async Task Characters_of_a_script_without_spaces_are_found_in_order(string text, string term)
    {
        await PostAsync("Title", text).ConfigureAwait(false);

        Assert.Empty(await PostsAsync(new SearchTerm(term, IsPrefix: false)).ConfigureAwait(false));
    }

    /// <summary>
    /// Terms without a letter or digit are ignored; a query of such terms alone finds nothing, and one without any term throws.
    /// </summary>
    [Fact]
    public async Task Terms_without_a_word_are_passed_over()
    {
        var post = await PostAsync("Title", "nectar").ConfigureAwait(false);

        Assert.Equal(
            [post.Id],
            await PostsAsync(new SearchTerm("!", IsPrefix: false), new SearchTerm("nectar", IsPrefix: false)).ConfigureAwait(false));
        Assert.Empty(await PostsAsync(new SearchTerm("!", IsPrefix: true)).ConfigureAwait(false));
        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => Store.Search.SearchAsync(Query(Array.Empty<SearchTerm>()), default)).ConfigureAwait(false);
        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => Store.Search.SearchAsync(Query("nectar") with { Size = 0 }, default)).ConfigureAwait(false);
        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => Store.Search.SearchAsync(Query("nectar") with { Skip = -1 }, default)).ConfigureAwait(false);
    }

    /// <summary>A part of a word is found only when a prefix is asked for.</summary>
    [Fact]
    public async Task A_prefix_is_found_only_when_asked_for()
    {
        var post = await PostAsync("Title", "The beekeeper keeps bees.").ConfigureAwait(false);

        Assert.Empty(await PostsAsync("beek").ConfigureAwait(false));
        Assert.Equal([post.Id], await PostsAsync(new SearchTerm("beek", IsPrefix: true)).ConfigureAwait(false));
        Assert.Equal([post.Id], await PostsAsync(new SearchTerm("bees", IsPrefix: true)).ConfigureAwait(false));
        Assert.Empty(await PostsAsync(new SearchTerm("keeper", IsPrefix: true)).ConfigureAwait(false));
    }

    /// <summary>The words of a phrase must follow one another.</summary>
    [Fact]
    public async Task A_phrase_is_found_as_a_whole()
    {
        var post = await PostAsync("Title", "The old queen leaves; the young one stays.").ConfigureAwait(false);
        await PostAsync("Title two", "A queen grown old.").ConfigureAwait(false);

        Assert.Equal([post.Id], await PostsAsync("old queen").ConfigureAwait(false));
        Assert.Equal([post.Id], await PostsAsync(new SearchTerm("old que", IsPrefix: true)).ConfigureAwait(false));
        Assert.Empty(await PostsAsync("queen young").ConfigureAwait(false));
    }

    /// <summary>A word that looks like an operator or a quotation is a word like any other.</summary>
    [Theory]
    [InlineData("and")]
    [InlineData("or")]
    [InlineData("not")]
    [InlineData("near")]
    public async Task Operators_are_words(string word)
    {
        var post = await PostAsync("Title", $"wax {word.ToUpperInvariant()} honey").ConfigureAwait(false);
        await PostAsync("Title two", "wax honey").ConfigureAwait(false);

        Assert.Equal([post.Id], await PostsAsync(word.ToUpperInvariant()).ConfigureAwait(false));
        Assert.Equal([post.Id], await PostsAsync($"wax {word}").ConfigureAwait(false));
    }

    /// <summary>Only posts and comments that everybody may read at that moment are found.</summary>
    [Fact]
    public async Task What_not_everybody_may_read_is_not_found()
    {
        var open = await PostAsync("Open", "nectar").ConfigureAwait(false);
        var scheduled = await PostAsync(
            "Scheduled",
            "nectar",
            static p => p with { Status = PostStatus.Scheduled, PublishedAt = SampleData.Now.AddHours(1) }).ConfigureAwait(false);
        Post[] hidden =
        [
            await PostAsync("Draft", "nectar", static p => p with { Status = PostStatus.Draft }).ConfigureAwait(false),
            await PostAsync("Private", "nectar", static p => p with { Status = PostStatus.Private }).ConfigureAwait(false),
            await PostAsync("Archived", "nectar", static p => p with { Status = PostStatus.Archived }).ConfigureAwait(false),
            await PostAsync("Unlisted", "nectar", static p => p with { Visibility = PostVisibility.Unlisted }).ConfigureAwait(false),
            await PostAsync("Password", "nectar", static p => p with { Visibility = PostVisibility.Password }).ConfigureAwait(false),
        ];
        foreach (var post in hidden)
        {
            await CommentAsync(post, "nectar").ConfigureAwait(false);
        }

        foreach (var status in Enum.GetValues<CommentStatus>().Where(static s => s is not CommentStatus.Approved))
        {
            await CommentAsync(open, "nectar", status).ConfigureAwait(false);
        }

        var elsewhere = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        await CommentAsync(elsewhere, "nectar").ConfigureAwait(false);

        var now = await SearchAsync(SearchScope.Everything, "nectar").ConfigureAwait(false);
        var later = await Store.Search.SearchAsync(
            Query("nectar") with { Now = SampleData.Now.AddHours(1) }, default).ConfigureAwait(false);

        Assert.Equal([open.Id], now.Items.Select(static h => h.Post.Id));
        Assert.Equal([open.Id, scheduled.Id], later.Items.Select(static h => h.Post.Id).Order());
    }

    /// <summary>Pages are found like posts, and the scope restricts the search.</summary>
    [Fact]
    public async Task The_scope_says_what_is_searched()
    {
        var page = await PostAsync("Page", "nectar", static p => p with { Kind = PostKind.Page }).ConfigureAwait(false);
        var comment = await CommentAsync(page, "nectar").ConfigureAwait(false);

        Assert.Equal(2, (await SearchAsync(SearchScope.Everything, "nectar").ConfigureAwait(false)).Items.Length);
        Assert.Null((await SearchAsync(SearchScope.Posts, "nectar").ConfigureAwait(false)).Items.Single().CommentId);
        Assert.Equal(comment.Id, (await SearchAsync(SearchScope.Comments, "nectar").ConfigureAwait(false)).Items.Single().CommentId);
    }

    /// <summary>The index follows the text, in every way a text can change.</summary>
    [Fact]
    public async Task The_index_follows_every_change()
    {
        var post = await PostAsync("Old title", "old text").ConfigureAwait(false);
        var comment = await CommentAsync(post, "old remark").ConfigureAwait(false);
        var text = post.Rendered with { PlainText = "new text" };
        post = await Store.SaveAsync(post with { Title = "New title", Rendered = text }).ConfigureAwait(false);
        await Store.CommentChanges.UpdateAsync(
            new CommentChange(comment with { PlainText = "new remark" }, null), default).ConfigureAwait(false);
        Assert.Empty((await SearchAsync(SearchScope.Everything, "old").ConfigureAwait(false)).Items);
        Assert.Equal(2, (await SearchAsync(SearchScope.Everything, "new").ConfigureAwait(false)).Items.Length);

        await Store.SetStatusAsync(comment.BlogId, comment.Id, CommentStatus.Spam).ConfigureAwait(false);
        Assert.Empty((await SearchAsync(SearchScope.Comments, "new").ConfigureAwait(false)).Items);
        await Store.SetStatusAsync(comment.BlogId, comment.Id, CommentStatus.Approved).ConfigureAwait(false);
        Assert.Single((await SearchAsync(SearchScope.Comments, "new").ConfigureAwait(false)).Items);
        await Store.CommentUpkeep.SaveRenderingsAsync([new StaleRendering
        {
            BlogId = comment.BlogId,
            CommentId = comment.Id,
            Revision = 1,
            Html = "<p>x</p>",
            PlainText = "rendered remark",
            RendererVersion = 2,
        }], default).ConfigureAwait(false);
        Assert.Single((await SearchAsync(SearchScope.Comments, "rendered").ConfigureAwait(false)).Items);
        await Store.PurgeAsync(comment.BlogId, comment.Id).ConfigureAwait(false);
        Assert.Empty((await SearchAsync(SearchScope.Comments, "rendered").ConfigureAwait(false)).Items);

        await Store.ImportAsync([Sample.Comment(post) with { PlainText = "imported remark" }]).ConfigureAwait(false);
        Assert.Single((await SearchAsync(SearchScope.Comments, "imported").ConfigureAwait(false)).Items);
        await Store.Posts.DeleteAsync(post.BlogId, post.Id, post.Version, default).ConfigureAwait(false);
        Assert.Empty((await SearchAsync(SearchScope.Everything, "new").ConfigureAwait(false)).Items);
        Assert.Empty((await SearchAsync(SearchScope.Everything, "imported").ConfigureAwait(false)).Items);
    }

    /// <summary>A match in a title weighs more than one in a text, and ties are ordered by identity.</summary>
    [Fact]
    public async Task The_best_comes_first()
    {
        var inText = await PostAsync("Title", "nectar and more").ConfigureAwait(false);
        var inTitle = await PostAsync("Nectar", "something else here").ConfigureAwait(false);
        var inText2 = await PostAsync("Title", "nectar and more", static p => p with { Slug = Slug.From("title-2") }).ConfigureAwait(false);

        Assert.Equal([inTitle.Id, inText2.Id, inText.Id], await PostsAsync("nectar").ConfigureAwait(false));
    }

    /// <summary>Pages of hits neither repeat nor leave out any.</summary>
    [Fact]
    public async Task Hits_are_paged()
    {
        var post = await PostAsync("Title", "text").ConfigureAwait(false);
        for (var i = 0; i < 7; i++)
        {
            await CommentAsync(post, string.Join(' ', Enumerable.Repeat("nectar", 1 + (i % 3)))).ConfigureAwait(false);
        }

        var all = await SearchAsync(SearchScope.Everything, "nectar").ConfigureAwait(false);
        var paged = new List<CommentId?>();
        for (var skip = 0; skip < 7; skip += 3)
        {
            var page = await Store.Search.SearchAsync(Query("nectar") with { Skip = skip, Size = 3 }, default).ConfigureAwait(false);
            paged.AddRange(page.Items.Select(static h => h.CommentId));
            Assert.Equal((skip > 0, skip + 3 < 7), (page.HasPrevious, page.HasNext));
        }

        Assert.Equal(all.Items.Select(static h => h.CommentId), paged);
        Assert.Equal(7, paged.Distinct().Count());
    }

    /// <summary>A snippet is a short piece of the text with the match, and its ranges mark the match.</summary>
    [Fact]
    public async Task A_snippet_shows_and_marks_what_was_found()
    {
        var far = string.Join(' ', Enumerable.Range(0, 300).Select(static i => $"word{i}"));
        var post = await PostAsync("Title", $"{far} Die <b>Bienenkönigin</b> & ihr Volk 🐝 {far}").ConfigureAwait(false);
        await CommentAsync(post, "bienenkönigin").ConfigureAwait(false);

        var found = await Store.Search.SearchAsync(Query("bienenkonigin") with { SnippetWords = 10 }, default).ConfigureAwait(false);

        var ofPost = found.Items.Single(static h => h.CommentId is null).Snippet;
        Assert.StartsWith("…", ofPost.Text, StringComparison.Ordinal);
        Assert.EndsWith("…", ofPost.Text, StringComparison.Ordinal);
        Assert.InRange(ofPost.Text.Split(' ').Length, 3, 20);
        AssertMarked(ofPost, "Bienenkönigin");
        Assert.Contains("<b>Bienenkönigin</b>", ofPost.Text, StringComparison.Ordinal);
        var ofComment = found.Items.Single(static h => h.CommentId is not null).Snippet;
        Assert.Equal("bienenkönigin", ofComment.Text);
        Assert.All(found.Items, hit => Same.Content(Snippet.CutAround(
            hit.CommentId is null ? post.Rendered.PlainText : "bienenkönigin",
            SearchPhrase.From([new SearchTerm("bienenkonigin", IsPrefix: false)]),
            10), hit.Snippet));
        AssertMarked(ofComment, "bienenkönigin");
    }

    /// <summary>Ranges count UTF-16 code units, also behind characters outside the Basic Multilingual Plane, and do not overlap.</summary>
    [Fact]
    public async Task Highlights_are_exact_behind_any_character()
    {
        var post = await PostAsync("Title", "🐝🐝 é́ שלום honey 👩‍🌾 and Honey, honeycomb").ConfigureAwait(false);

        var found = await Store.Search.SearchAsync(
            Query(new SearchTerm("hon", IsPrefix: true), new SearchTerm("honey", IsPrefix: false)), default).ConfigureAwait(false);

        var snippet = found.Items.Single(h => h.Post.Id == post.Id).Snippet;
        Assert.Equal("honey|Honey|honeycomb", string.Join('|', snippet.Highlights.Select(r => snippet.Text.Substring(r.Start, r.Length))));
    }

    private static void AssertMarked(Snippet snippet, string text)
    {
        var range = Assert.Single(snippet.Highlights);
        Assert.Equal(text, snippet.Text.Substring(range.Start, range.Length));
    }

    private SearchQuery Query(params string[] terms) => Query([.. terms.Select(static t => new SearchTerm(Words(t), IsPrefix: false))]);

    private SearchQuery Query(params SearchTerm[] terms) => new()
    {
        BlogId = _blog!.Id,
        Terms = [.. terms],
        Now = SampleData.Now,
        Size = 50,
    };

    private Task<Slice<SearchHit>> SearchAsync(SearchScope scope, params string[] terms) =>
        Store.Search.SearchAsync(Query(terms) with { Scope = scope }, default);

    private Task<List<PostId>> PostsAsync(params string[] terms) =>
        PostsAsync([.. terms.Select(static t => new SearchTerm(Words(t), IsPrefix: false))]);

    private async Task<List<PostId>> PostsAsync(params SearchTerm[] terms)
    {
        var found = await Store.Search.SearchAsync(Query(terms) with { Scope = SearchScope.Posts }, default).ConfigureAwait(false);
        return [.. found.Items.Select(static h => h.Post.Id)];
    }

    // Terms hold letters, marks and digits only, words separated by single spaces.
    private static string Words(string text)
    {
        var builder = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var isPart = Rune.IsLetterOrDigit(rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            builder.Append(isPart ? rune.ToString() : " ");
        }

        return builder.ToString().Trim();
    }

    private Task<Post> PostAsync(string title, string text, Func<Post, Post>? change = null) => Store.AddPostAsync(Sample, _blog!, p =>
    {
        var post = p with { Title = title, Slug = Slug.From($"{title}-{p.Slug}"), Rendered = p.Rendered with { PlainText = text } };
        return change is null ? post : change(post);
    });

    private Task<Comment> CommentAsync(Post post, string text, CommentStatus status = CommentStatus.Approved) =>
        Store.AddCommentAsync(Sample, post, null, status, c => c with { PlainText = text });
}
