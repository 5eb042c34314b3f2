using BlogKit.Redirects;

namespace BlogKit.Interchange.Internal;

/// <summary>Brings posts and pages in, each whole in one transaction, and knows where they are then.</summary>
internal sealed class PostImport(
    ImportSession session, AuthorImport authors, TermImport terms, MediaImport media, RedirectImport redirects)
{
    private const int MaximumShortText = 500;
    private const int MaximumUrlLength = 2_000;
    private const int MostAuthors = 20;
    private const int MostCategories = 50;

    private readonly Dictionary<string, PostId> _posts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _slugs = new(StringComparer.Ordinal);
    private PostRendering? _rendering;

    /// <summary>Returns the post here of an identifier of the source; null for one that was not taken.</summary>
    public PostId? Find(string originalId) => _posts.TryGetValue(originalId, out var id) ? id : null;

    /// <summary>Says that an item of the source is a post that is here.</summary>
    public void Match(string originalId, PostId id) => _posts[originalId] = id;

    /// <summary>Brings a post in; false when the page above it is not there yet.</summary>
    /// <param name="post">The post.</param>
    /// <param name="isLast">Whether nothing more comes: then a page above it that is not there is none.</param>
    public async Task<bool> ImportAsync(ImportedPost post, bool isLast)
    {
        List<SourceNote> notes = [];
        PostId? parent = null;
        if (post is { Kind: PostKind.Page, ParentId: { } above })
        {
            parent = Find(above);
            if (parent is null && !isLast && session.States.Find(ItemKinds.Post, above) is ItemState.Seen or ItemState.Deferred)
            {
                return false;
            }

            if (parent is null)
            {
                notes.Add(new SourceNote(
                    SourceNoteKind.Missing, "parent", $"The page '{Texts.Start(above)}' above it is not there; it stands below none."));
            }
        }

        var origin = await session.FindOriginAsync(OriginKind.Post, post.OriginalId).ConfigureAwait(false);
        var stored = origin is null
            ? null
            : await session.Services.PostStore.FindAsync(session.Blog.Id, new PostId(origin.ItemId), session.Cancellation)
                .ConfigureAwait(false);
        if (origin is not null && TellKnown(post, origin, stored))
        {
            return true;
        }

        await SaveAsync(post, parent, origin, stored, notes).ConfigureAwait(false);
        return true;
    }

    private bool TellKnown(ImportedPost post, Origin origin, Post? stored)
    {
        if (stored is null)
        {
            Decisions.TellDeletedHere(session, post);
            return true;
        }

        Match(post.OriginalId, stored.Id);
        AddRedirects(post, stored.Id);
        switch (origin.Judge(ItemHash.Of(post), stored.Version))
        {
            case OriginState.Unchanged or OriginState.EditedHere:
                session.Tally.Tell(post, ImportOutcome.Unchanged, id: stored.Id.Value);
                return true;
            case OriginState.ChangedOnBothSides when session.Options.WhenEditedHere is not EditedHere.Loses:
                Decisions.TellEditedHere(session, post, stored.Id.Value);
                return true;
            default:
                return false;
        }
    }

    private async Task SaveAsync(ImportedPost post, PostId? parent, Origin? origin, Post? stored, List<SourceNote> notes)
    {
        if (post.Status is ImportedPostStatus.Trashed && !session.Options.BringsTrash)
        {
            session.Tally.Tell(post, ImportOutcome.Refused, "It is in the trash there.");
            return;
        }

        var made = await MakeAsync(post, parent, stored, notes).ConfigureAwait(false);
        var password = post.Visibility is PostVisibility.Password ? post.Password : null;
        var saved = session.Number is null
            ? await CheckAsync(made, password).ConfigureAwait(false)
            : await session.Services.Posts.ImportAsync(
                made, password, session.Actor, Note, session.Cancellation).ConfigureAwait(false);
        if (!saved.Succeeded && saved.Error!.Code is ErrorCodes.KeyReused)
        {
            // A run before stored it, and was broken off before it kept the origin.
            saved = await session.Services.PostStore.FindAsync(session.Blog.Id, made.Id, session.Cancellation).ConfigureAwait(false)
                is { } there
                ? there
                : saved;
        }

        if (!saved.Succeeded)
        {
            session.Tally.Tell(post, ImportOutcome.Refused, string.Join(' ', saved.Errors.Select(static e => e.Message)));
            return;
        }

        NoteSlug(post, made, saved.Value, notes);
        Match(post.OriginalId, saved.Value.Id);
        AddRedirects(post, saved.Value.Id);
        var kept = session.OriginOf(
            OriginKind.Post, WithLeftFields(post, made), origin, saved.Value.Id.Value, saved.Value.Version, post.Address);
        await session.KeepAsync(kept with { ContentHash = ItemHash.Of(post) }).ConfigureAwait(false);
        if (made.Format is PostFormat.Markdown)
        {
            session.Tally.MarkdownTexts++;
        }
        else
        {
            session.Tally.HtmlTexts++;
        }

        session.Tally.Tell(
            post, stored is null ? ImportOutcome.Imported : ImportOutcome.Updated, notes: notes, id: saved.Value.Id.Value);
    }

    private string Note => $"Imported from {session.Source}."[..Math.Min(MaximumShortText, $"Imported from {session.Source}.".Length)];

    private async Task<Result<Post>> CheckAsync(Post made, string? password)
    {
        var found = await session.Services.Posts.CheckImportAsync(made, password, session.Actor, session.Cancellation)
            .ConfigureAwait(false);
        if (!found.Succeeded || made.Version > 0)
        {
            return found;
        }

        var post = found.Value;
        var wanted = post.Slug;
        for (var number = 2; ; number++)
        {
            if (!_slugs.Contains(post.Slug.Value)
                && await session.Services.PostStore.FindBySlugAsync(session.Blog.Id, post.Slug, session.Cancellation).ConfigureAwait(false)
                    is null)
            {
                _slugs.Add(post.Slug.Value);
                return post;
            }

            post = post with { Slug = wanted.WithNumber(number) };
        }
    }

    private async Task<Post> MakeAsync(ImportedPost post, PostId? parent, Post? stored, List<SourceNote> notes)
    {
        var limits = session.Services.Options.Posts;
        var authorIds = await authors.FindAllAsync(post.Authors, notes).ConfigureAwait(false);
        if (authorIds.Length > MostAuthors)
        {
            notes.Add(new SourceNote(SourceNoteKind.LeftOut, "authors", $"A post has at most {MostAuthors} authors."));
            authorIds = authorIds[..MostAuthors];
        }

        // Raw HTML in Markdown is for authors who are trusted here, and whoever is imported is not yet.
        _rendering ??= await session.Services.Posts.ReadRenderingAsync(session.Blog.Id, [], session.Cancellation).ConfigureAwait(false);
        var body = post.Body with { Text = media.Addresses.Rewrite(post.Body.Text) };
        var (format, text) = TextBodies.ToPost(session, body, _rendering, notes);
        var dates = PostDates.Of(post, session.Now, notes);
        var made = new Post
        {
            Id = stored?.Id ?? new PostId(session.Identify(ItemKinds.Post, post.OriginalId, dates.CreatedAt)),
            BlogId = session.Blog.Id,
            Kind = post.Kind,
            ParentId = parent,
            Slug = SlugOf(post),
            Title = TitleOf(post, limits.MaximumTitleLength, notes),
            Markdown = text,
            Format = format,
            Excerpt = ExcerptOf(post, notes),
            Rendered = s_notRendered,
            RendererVersion = 0,
            AuthorIds = authorIds,
            Status = dates.Status,
            Visibility = post.Visibility,
            PublishedAt = dates.PublishedAt,
            FeaturedImage = media.FindPicture(post.FeaturedMediaId, notes),
            Tags = terms.FindTags(post.Tags, limits.MaximumTags, notes),
            CategoryIds = await terms.FindCategoriesAsync(post.Categories, MostCategories, notes).ConfigureAwait(false),
            Seo = SeoOf(post, notes),
            IsPinned = post.IsPinned,
            Fields = FieldsOf(post, limits),
            FeedId = FeedIdOf(post, notes),
            Comments = CommentsOf(post),
            CreatedAt = dates.CreatedAt,
            UpdatedAt = dates.UpdatedAt,
            ContentUpdatedAt = dates.UpdatedAt,
        };
        return stored is null ? made : made with
        {
            Slug = stored.Slug,
            CreatedAt = stored.CreatedAt,
            SeriesId = stored.SeriesId,
            SeriesPosition = stored.SeriesPosition,
            FooterBlockIds = stored.FooterBlockIds,
            Version = stored.Version,
        };
    }

    private static readonly RenderedPost s_notRendered = new()
    {
        Html = "",
        PlainText = "",
        ExcerptHtml = "",
        ExcerptText = "",
        Headings = [],
        WordCount = 0,
    };

    private static Slug SlugOf(ImportedPost post) =>
        string.IsNullOrWhiteSpace(post.Slug) ? Slug.From(post.Title)
        : Slug.TryParse(post.Slug, out var slug) ? slug
        : Slug.From(post.Slug);

    private static void NoteSlug(ImportedPost post, Post made, Post saved, List<SourceNote> notes)
    {
        if (made.Version == 0 && post.Slug is { Length: > 0 } wanted && !string.Equals(wanted, saved.Slug.Value, StringComparison.Ordinal))
        {
            var why = saved.Slug == made.Slug ? "is no slug here" : "is taken or reserved";
            notes.Add(new SourceNote(SourceNoteKind.Renamed, "slug", $"'{Texts.Start(wanted)}' {why}; it is '{saved.Slug}'."));
        }
    }

    private string TitleOf(ImportedPost post, int maximum, List<SourceNote> notes)
    {
        if (ShortText.Line(post.Title, maximum, "title", notes) is { } title)
        {
            return title;
        }

        List<SourceNote> ignored = [];
        var start = ShortText.Line(TextBodies.ToPlainText(session, post.Body, "body", ignored), int.MaxValue, "title", ignored);
        notes.Add(new SourceNote(SourceNoteKind.Missing, "title", "It has no title; the beginning of its text is one."));
        return start is null ? "Untitled" : Texts.Start(start);
    }

    private string? ExcerptOf(ImportedPost post, List<SourceNote> notes) =>
        post.Excerpt is { } excerpt && TextBodies.ToPlainText(session, excerpt, "excerpt", notes) is { Length: > 0 } text ? text : null;

    private static PostCommentSettings CommentsOf(ImportedPost post) => post.AcceptsComments switch
    {
        false => new PostCommentSettings { Mode = CommentMode.Closed },
        true when post.Kind is PostKind.Page => new PostCommentSettings { Mode = CommentMode.Open },
        null when post.Kind is PostKind.Page => new PostCommentSettings { Mode = CommentMode.Closed },
        _ => PostCommentSettings.Inherited,
    };

    private static SeoFields SeoOf(ImportedPost post, List<SourceNote> notes)
    {
        if (post.Seo is not { } seo)
        {
            return new SeoFields();
        }

        Uri? canonical = null;
        if (!string.IsNullOrWhiteSpace(seo.CanonicalUrl) && !WebAddresses.TryRead(seo.CanonicalUrl, MaximumUrlLength, out canonical))
        {
            notes.Add(new SourceNote(SourceNoteKind.LeftOut, "canonical", $"'{Texts.Start(seo.CanonicalUrl)}' is no web address."));
        }

        return new SeoFields
        {
            Title = ShortText.Line(seo.Title, MaximumShortText, "seo title", notes),
            Description = ShortText.Line(seo.Description, MaximumShortText, "seo description", notes),
            CanonicalUrl = canonical,
            NoIndex = seo.NoIndex,
        };
    }

    private static string? FeedIdOf(ImportedPost post, List<SourceNote> notes)
    {
        if (post.FeedId is not { } id)
        {
            return null;
        }

        if (id.Length <= MaximumUrlLength && !id.Any(static c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '\uFFFE' or '\uFFFF'))
        {
            return id;
        }

        notes.Add(new SourceNote(
            SourceNoteKind.LeftOut, "feed identity", "It has spaces or is too long; feed readers see the post as new."));
        return null;
    }

    // Those that are too many or too long stay with the origin.
    private static ImmutableArray<PostField> FieldsOf(ImportedPost post, PostOptions limits) =>
    [
        .. post.Fields.Where(f => Fits(f, limits)).Take(limits.MaximumFields).Select(static f => new PostField(f.Key.Trim(), f.Value)),
    ];

    private static bool Fits(KeyValuePair<string, string> field, PostOptions limits) =>
        field.Key.Trim().Length > 0
        && field.Key.Length <= limits.MaximumFieldNameLength
        && field.Value.Length <= limits.MaximumFieldValueLength
        && !field.Key.Any(char.IsControl)
        && ReferenceEquals(ShortText.Storable(field.Key, "field", []), field.Key)
        && ReferenceEquals(ShortText.Storable(field.Value, "field", []), field.Value);

    private static ImportedPost WithLeftFields(ImportedPost post, Post made)
    {
        var kept = made.Fields.Select(static f => f.Name).ToHashSet(StringComparer.Ordinal);
        var left = post.Fields.Where(f => !kept.Contains(f.Key.Trim())).ToList();
        return left.Count == 0 ? post : post with
        {
            Extras = post.Extras.SetItems(left.Select(static f => KeyValuePair.Create("field " + f.Key, f.Value))),
        };
    }

    private void AddRedirects(ImportedPost post, PostId id)
    {
        var target = RedirectTarget.OfPost(id);
        redirects.Add(target, post.Address);
        redirects.Add(target, post.OldAddresses);
        if (post.Address is { } address && post.Slug is { Length: > 0 } slug)
        {
            foreach (var former in post.FormerSlugs)
            {
                redirects.Add(target, FormerAddress(address, slug, former));
            }
        }
    }

    // The address as it was when the last part of its path was another one.
    private static string? FormerAddress(string address, string slug, string former)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url))
        {
            return null;
        }

        var path = Uri.UnescapeDataString(url.AbsolutePath);
        var at = path.LastIndexOf(slug, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : path[..at] + former + path[(at + slug.Length)..];
    }
}
