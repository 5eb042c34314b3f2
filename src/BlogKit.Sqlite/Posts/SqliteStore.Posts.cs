using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : IPostStore
{
    public Task<Post?> FindAsync(BlogId blogId, PostId id, CancellationToken cancellationToken) => ReadAsync(
        (blogId, id),
        static (session, by) =>
        {
            using var row = session.Use(PostSql.Find).With(by.blogId.Value).With(by.id.Value);
            return row.Step() ? ReadKept(session, row) : null;
        },
        cancellationToken);

    public Task<ImmutableArray<Post>> FindManyAsync(BlogId blogId, IReadOnlyCollection<PostId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, 100, nameof(ids));
        return ReadAsync(
            (blogId, Ids: IdColumn.Json(ids.Distinct())),
            static (session, by) =>
            {
                using var row = session.Use(PostSql.FindMany).With(by.Ids).With(by.blogId.Value);
                return row.ReadAll(static row => ReadPost(row));
            },
            cancellationToken);
    }

    Task<PostBySlug?> IPostStore.FindBySlugAsync(BlogId blogId, Slug slug, CancellationToken cancellationToken) => ReadAsync(
        (blogId, slug),
        static (session, by) =>
        {
            using var row = session.Use(PostSql.FindBySlug).With(by.blogId.Value).With(by.slug.Value);
            return row.Step() ? new PostBySlug(ReadKept(session, row), row.Bool(PostSql.Width)) : null;
        },
        cancellationToken);

    public Task<Slice<PostSummary>> ListPublishedAsync(PublishedPostQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Size, 1, nameof(query));
        return ReadAsync(query, ListPublished, cancellationToken);
    }

    public Task<Slice<PostSummary>> ListForDeskAsync(PostDeskQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Size, 1, nameof(query));
        return ReadAsync(query, ListForDesk, cancellationToken);
    }

    public Task<ImmutableArray<TagCount>> ListTagsAsync(
        BlogId blogId, DateTimeOffset now, int limit, CancellationToken cancellationToken) => ReadAsync(
        (blogId, now, limit),
        static (session, by) =>
        {
            using var row = session.Use(PostSql.ListTags).With(by.blogId.Value).With(by.now).With(by.limit);
            return row.ReadAll(static row => new TagCount(new Tag(row.Text(2), row.Slug(0)), row.Int32(1)));
        },
        cancellationToken);

    public Task<ImmutableArray<MonthCount>> CountByMonthAsync(
        BlogId blogId, DateTimeOffset now, TimeZoneInfo zone, CancellationToken cancellationToken) => ReadAsync(
        (blogId, now, zone),
        static (session, by) =>
        {
            if (by.zone.Equals(TimeZoneInfo.Utc))
            {
                using var row = session.Use(PostSql.CountByMonth).With(by.blogId.Value).With(by.now);
                return row.ReadAll(static row => new MonthCount { Year = row.Int32(0), Month = row.Int32(1), Posts = row.Int32(2) });
            }

            // Where clocks were put back, a later time can have an earlier date: so the month is looked up, not only compared with the last
            // one.
            using var minutes = session.Use(PostSql.CountByMinute).With(by.blogId.Value).With(by.now);
            var counts = new SortedDictionary<(int Year, int Month), int>();
            while (minutes.Step())
            {
                var at = TimeZoneInfo.ConvertTime(new DateTimeOffset(minutes.Int64(0) * TimeSpan.TicksPerMinute, TimeSpan.Zero), by.zone);
                counts[(at.Year, at.Month)] = counts.GetValueOrDefault((at.Year, at.Month)) + minutes.Int32(1);
            }

            return
            [
                .. counts
                    .Reverse()
                    .Select(static month => new MonthCount { Year = month.Key.Year, Month = month.Key.Month, Posts = month.Value }),
            ];
        },
        cancellationToken);

    public Task<PostNeighbours> ReadNeighboursAsync(
        BlogId blogId, PostId id, DateTimeOffset now, CancellationToken cancellationToken) => ReadAsync(
        (blogId, id, now),
        static (session, by) =>
        {
            session.BeginRead();
            Guid series;
            int position;
            long publishedAt;
            using (var row = session.Use(PostSql.FindPlaceInSeries).With(by.blogId.Value).With(by.id.Value))
            {
                if (!row.Step() || row.IsNull(0))
                {
                    return PostNeighbours.None;
                }

                series = row.Id(0);
                position = row.Int32(1);
                publishedAt = row.Int64(2);
            }

            return new PostNeighbours(Find(PostSql.FindPrevious), Find(PostSql.FindNext));

            PostLink? Find(Sql sql)
            {
                using var row = session.Use(sql).With(series).With(position).With(publishedAt).With(by.id.Value).With(by.now);
                return row.Step() ? new PostLink(new PostId(row.Id(0)), row.Slug(1), row.Text(2)) : null;
            }
        },
        cancellationToken);

    public Task<SaveOutcome> SaveAsync(PostSave save, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(save);
        StorableText.Check(save);
        return WriteAsync(save, SavePost, cancellationToken);
    }

    public Task<SaveOutcome> DeleteAsync(BlogId blogId, PostId id, long version, CancellationToken cancellationToken) =>
        WriteAsync(
            (blogId, id, version), static (session, what) => DeletePost(session, what.blogId, what.id, what.version), cancellationToken);

    public Task<ImmutableArray<PostRevision>> ListRevisionsAsync(
        BlogId blogId, PostId id, int limit, CancellationToken cancellationToken) => ReadAsync(
        (blogId, id, limit),
        static (session, by) =>
        {
            using var row = session.Use(PostSql.ListRevisions).With(by.id.Value).With(by.limit).With(by.blogId.Value);
            return row.ReadAll(ReadRevision);
        },
        cancellationToken);

    public Task<PostRevision?> FindRevisionAsync(BlogId blogId, RevisionId id, CancellationToken cancellationToken) => ReadAsync(
        (blogId, id),
        static (session, by) =>
        {
            using var row = session.Use(PostSql.FindRevision).With(by.blogId.Value).With(by.id.Value);
            return row.Step() ? ReadRevision(row) : null;
        },
        cancellationToken);

    private static Slice<PostSummary> ListPublished(SqliteSession session, PublishedPostQuery query)
    {
        var categories = Arrays.Given(query.Categories);
        var list = PostLists.All;
        byte[] key = [];
        string? keys = null;
        if (query.Tag is { } tag)
        {
            (list, key) = (PostLists.Tag, PostLists.Key(tag));
        }
        else if (query.Series is { } series)
        {
            (list, key) = (PostLists.Series, IdColumn.Bytes(series.Value));
        }
        else if (categories.Length > 0)
        {
            list = PostLists.Category;
            if (categories.Length == 1)
            {
                key = IdColumn.Bytes(categories[0].Value);
            }
            else
            {
                keys = IdColumn.Json(categories.Distinct());
            }
        }
        else if (query.Author is { } author)
        {
            (list, key) = (PostLists.Author, IdColumn.Bytes(author.Value));
        }

        var latest = query.Until is { } until ? Math.Min(query.Now.UtcTicks, until.UtcTicks - 1) : query.Now.UtcTicks;
        var earliest = query.From?.UtcTicks ?? 0;
        var many = keys is not null;
        session.BeginRead();
        return ReadSlice(
            query.Size,
            query.Cursor,
            many ? PostSql.ListManyAfter : PostSql.ListAfter,
            many ? PostSql.ListManyBefore : PostSql.ListBefore,
            many ? PostSql.ListManyUpTo : PostSql.ListUpTo,
            many ? PostSql.ListManyFrom : PostSql.ListFrom,
            Start);

        Statement Start(Sql sql, long at, ReadOnlySpan<byte> id, int limit)
        {
            var statement = session.Use(sql).With(query.BlogId.Value).With((int)query.Kind).With(list);
            statement = keys is not null ? statement.With(keys) : statement.With(key);
            statement.With(at).With(id).With(earliest).With(latest).With(limit);
            statement = list != PostLists.Tag && query.Tag is { } t ? statement.With(PostLists.Key(t)) : statement.WithNull();
            statement = list != PostLists.Author && query.Author is { } a ? statement.With(a.Value) : statement.WithNull();
            statement = list != PostLists.Series && query.Series is { } s ? statement.With(s.Value) : statement.WithNull();
            return list != PostLists.Category && categories.Length > 0 ? statement.With(IdColumn.Json(categories)) : statement.WithNull();
        }
    }

    private static Slice<PostSummary> ListForDesk(SqliteSession session, PostDeskQuery query)
    {
        var byStatus = query.Status is not null;
        session.BeginRead();
        return ReadSlice(
            query.Size,
            query.Cursor,
            byStatus ? PostSql.DeskStatusAfter : PostSql.DeskAfter,
            byStatus ? PostSql.DeskStatusBefore : PostSql.DeskBefore,
            byStatus ? PostSql.DeskStatusUpTo : PostSql.DeskUpTo,
            byStatus ? PostSql.DeskStatusFrom : PostSql.DeskFrom,
            Start);

        Statement Start(Sql sql, long at, ReadOnlySpan<byte> id, int limit)
        {
            var statement = session.Use(sql)
                .With(query.BlogId.Value)
                .With(at)
                .With(id)
                .With((int?)query.Kind)
                .With(query.Author?.Value)
                .With(limit);
            return query.Status is { } status ? statement.With((int)status) : statement;
        }
    }

    private delegate Statement StartList(Sql sql, long at, ReadOnlySpan<byte> id, int limit);

    private static Slice<PostSummary> ReadSlice(int size, PostCursor? cursor, Sql after, Sql before, Sql upTo, Sql from, StartList start)
    {
        var backwards = cursor?.Backwards ?? false;
        var at = cursor?.At.UtcTicks ?? long.MaxValue;
        var id = cursor is null ? IdColumn.Last : IdColumn.Bytes(cursor.Id.Value);
        var posts = new List<PostSummary>();
        using (var row = start(backwards ? before : after, at, id, size + 1))
        {
            while (row.Step())
            {
                posts.Add(ReadSummary(row));
            }
        }

        var goesOn = posts.Count > size;
        if (goesOn)
        {
            posts.RemoveAt(size);
        }

        var comesFrom = false;
        if (cursor is not null)
        {
            using var row = start(backwards ? from : upTo, at, id, 1);
            comesFrom = row.Step();
        }

        if (backwards)
        {
            posts.Reverse();
        }

        return new Slice<PostSummary>([.. posts], backwards ? goesOn : comesFrom, backwards ? comesFrom : goesOn);
    }

    private static SaveOutcome SavePost(SqliteSession session, PostSave save)
    {
        var post = save.Post;
        var blog = FindBlogNumber(session, post.BlogId);
        long? number, stored, slugOwner, storedBlog;
        string? storedSlug;
        bool revisionExists;
        using (var row = session.Use(PostSql.Check)
            .With(post.Id.Value)
            .With(blog)
            .With(post.Slug.Value)
            .With(save.Revision?.Id.Value))
        {
            row.Step();
            number = row.Int64OrNull(0);
            stored = row.Int64OrNull(1);
            storedSlug = row.TextOrNull(2);
            storedBlog = row.Int64OrNull(3);
            slugOwner = row.Int64OrNull(4);
            revisionExists = row.Bool(5);
        }

        if (revisionExists && storedBlog == blog && stored != post.Version && IsSaved(session, number, save.Revision!))
        {
            return SaveOutcome.Saved;
        }

        if (Versions.Compare(stored, post.Version, isOfAnother: storedBlog is not null && storedBlog != blog) is { } refused)
        {
            return refused;
        }

        if (blog is not { } blogNumber)
        {
            return SaveOutcome.Missing;
        }

        if ((slugOwner is not null && slugOwner != number) || revisionExists)
        {
            return SaveOutcome.Duplicate;
        }

        if (Arrays.Given(save.NewTags).Any(tag => PostLists.IsTaken(session, blogNumber, post.Id, tag)))
        {
            return SaveOutcome.TagTaken;
        }

        session.Use(stored is null ? PostSql.Insert : PostSql.Update)
            .With(post.Id.Value)
            .With(blogNumber)
            .With((int)post.Kind)
            .With((int)post.Status)
            .With((int)post.Visibility)
            .With(post.PublishedAt)
            .With(post.Slug.Value)
            .With(post.Title)
            .With((int?)post.Comments.Mode)
            .With(post.Comments.CloseAfterDays)
            .With(post.Comments.CloseAfterCount)
            .With(IdColumn.Join(post.AuthorIds))
            .With(IdColumn.Join(post.CategoryIds))
            .With(IdColumn.Join(post.FooterBlockIds))
            .With(post.SeriesId?.Value)
            .With(post.SeriesPosition)
            .With(post.ParentId?.Value)
            .With(post.Rendered.WordCount)
            .With(post.RendererVersion)
            .With(post.CreatedAt)
            .With(post.UpdatedAt)
            .With(post.Version + 1)
            .With(post.PasswordHash)
            .With(StoreJson.Write(post.Tags, StoreJson.Default.ImmutableArrayTag))
            .With(StoreJson.Write(post.FeaturedImage))
            .With(StoreJson.Write(post.Seo))
            .With(post.Excerpt)
            .With(post.Rendered.ExcerptText)
            .With(post.Rendered.ExcerptHtml)
            .With((int?)post.Comments.Sensitivity)
            .With((int?)post.StatusBefore)
            .With(post.ContentUpdatedAt)
            .With(post.IsPinned)
            .With(post.FeedId)
            .With(StoreJson.Write(post.Fields, StoreJson.Default.ImmutableArrayPostField))
            .With((int)post.Format)
            .Execute();
        var isNew = number is null;
        var nr = number ?? session.LastRowId;
        session.Use(PostSql.WriteText)
            .With(nr)
            .With(StoreJson.Write(post.Rendered.Headings, StoreJson.Default.ImmutableArrayHeading))
            .With(post.Markdown)
            .With(post.Rendered.Html)
            .With(post.Rendered.PlainText)
            .Execute();
        if (isNew)
        {
            session.Use(PostSql.InsertThread).With(nr).Execute();
        }

        if (!string.Equals(storedSlug, post.Slug.Value, StringComparison.Ordinal))
        {
            if (!isNew)
            {
                session.Use(PostSql.RetireSlug).With(nr).Execute();
            }

            session.Use(PostSql.TakeSlug).With(blogNumber).With(post.Slug.Value).With(nr).Execute();
        }

        PostLists.Write(session, nr, blogNumber, post);
        SearchIndex.WritePost(session, nr, post, isNew);
        WriteRevision(session, nr, save);
        ChangeFeed.Add(session, blogNumber, BlogChangeKind.Post, post.Id);
        return SaveOutcome.Saved;
    }

    /// <summary>Whether the save that left the revision was committed before.</summary>
    private static bool IsSaved(SqliteSession session, long? post, PostRevision revision)
    {
        using var row = session.Use(PostSql.IsSaved)
            .With(post)
            .With(revision.Id.Value)
            .With(revision.PostVersion)
            .With(revision.Title)
            .With(revision.Markdown)
            .With(revision.Excerpt)
            .With((int)revision.Format);
        return row.Step() && row.Bool(0);
    }

    private static void AddRevision(SqliteSession session, long post, PostRevision revision) => session.Use(PostSql.InsertRevision)
        .With(revision.Id.Value)
        .With(post)
        .With(revision.PostVersion)
        .With(revision.Title)
        .With(revision.SavedBy)
        .With(revision.SavedAt)
        .With(revision.Note)
        .With(revision.Excerpt)
        .With(revision.Markdown)
        .With((int)revision.Format)
        .Execute();

    private static void WriteRevision(SqliteSession session, long nr, PostSave save)
    {
        if (save.Revision is { } revision)
        {
            AddRevision(session, nr, revision);
        }

        if (save.RevisionsKept is { } kept)
        {
            session.Use(PostSql.DropRevisions).With(nr).With(kept).Execute();
        }
    }

    private static SaveOutcome DeletePost(SqliteSession session, BlogId blogId, PostId id, long version)
    {
        long nr, blog;
        using (var row = session.Use(PostSql.FindNumber).With(blogId.Value).With(id.Value))
        {
            if (Versions.CompareFound(row, version, column: 2) is { } refused)
            {
                return refused;
            }

            nr = row.Int64(0);
            blog = row.Int64(1);
        }

        var below = FindNumbers(session.Use(PostSql.FindBelow).With(blog).With(id.Value));
        foreach (var child in below)
        {
            session.Use(PostSql.LeaveParent).With(child).Execute();
        }

        ChangeFeed.Add(session, blog, BlogChangeKind.Post, id);
        ChangeFeed.AddPosts(session, blog, below);
        CommentCounters.ForgetThread(session, nr, blog);
        Fingerprints.RemoveOfPost(session, nr);
        OriginRows.ForgetPost(session, blog, nr, id);
        foreach (var sql in PostSql.Delete)
        {
            session.Use(sql).With(nr).Execute();
        }

        return SaveOutcome.Saved;
    }

    private static List<long> FindNumbers(Statement find)
    {
        var numbers = new List<long>();
        using (find)
        {
            while (find.Step())
            {
                numbers.Add(find.Int64(0));
            }
        }

        return numbers;
    }

    private static PostSummary ReadSummary(Statement row)
    {
        var visibility = (PostVisibility)row.Int32(13);
        var isHidden = visibility is PostVisibility.Password;
        return new PostSummary
        {
            Id = new PostId(row.Id(0)),
            BlogId = new BlogId(row.Id(1)),
            Kind = (PostKind)row.Int32(2),
            Slug = row.Slug(3),
            Title = row.Text(4),
            ExcerptHtml = isHidden ? "" : row.Text(5),
            ExcerptText = isHidden ? "" : row.Text(6),
            WordCount = row.Int32(7),
            AuthorIds = IdColumn.Split<AuthorId>(row.Blob(8)),
            Tags = StoreJson.Read(row, 9, StoreJson.Default.ImmutableArrayTag),
            CategoryIds = IdColumn.Split<CategoryId>(row.Blob(10)),
            FeaturedImage = StoreJson.ReadImage(row, 11),
            Status = (PostStatus)row.Int32(12),
            Visibility = visibility,
            PublishedAt = row.TimeOrNull(14),
            UpdatedAt = row.Time(15),
            ShownComments = row.Int32(16),
            Version = row.Int64(17),
            ContentUpdatedAt = row.Time(18),
            RendererVersion = row.Int32(19),
            IsPinned = row.Bool(20),
            Format = (PostFormat)row.Int32(21),
        };
    }

    private static PostRevision ReadRevision(Statement row) => new()
    {
        Id = new RevisionId(row.Id(0)),
        PostId = new PostId(row.Id(1)),
        PostVersion = row.Int64(2),
        Title = row.Text(3),
        Markdown = row.Text(4),
        Excerpt = row.TextOrNull(5),
        SavedBy = row.ActorKey(6),
        SavedAt = row.Time(7),
        Note = row.TextOrNull(8),
        Format = (PostFormat)row.Int32(9),
    };

    // For one post that is read again and again; a list has as many as it likes.
    private static Post ReadKept(SqliteSession session, Statement row) =>
        session.Posts.Keep(ReadPost(row, session.Posts.Find(new PostId(row.Id(0)))));

    private static Post ReadPost(Statement row, Post? before = null) => new()
    {
        Id = new PostId(row.Id(0)),
        BlogId = new BlogId(row.Id(1)),
        Kind = (PostKind)row.Int32(2),
        ParentId = row.IsNull(3) ? null : new PostId(row.Id(3)),
        Slug = row.Slug(4),
        Title = row.Text(5),
        Markdown = row.Text(6, before?.Markdown),
        Excerpt = row.TextOrNull(7),
        Rendered = new RenderedPost
        {
            Html = row.Text(8, before?.Rendered.Html),
            PlainText = row.Text(9, before?.Rendered.PlainText),
            ExcerptHtml = row.Text(10, before?.Rendered.ExcerptHtml),
            ExcerptText = row.Text(11, before?.Rendered.ExcerptText),
            Headings = StoreJson.Read(row, 12, StoreJson.Default.ImmutableArrayHeading),
            WordCount = row.Int32(13),
        },
        RendererVersion = row.Int32(14),
        AuthorIds = IdColumn.Split<AuthorId>(row.Blob(15)),
        Status = (PostStatus)row.Int32(16),
        Visibility = (PostVisibility)row.Int32(17),
        PasswordHash = row.TextOrNull(18),
        PublishedAt = row.TimeOrNull(19),
        FeaturedImage = StoreJson.ReadImage(row, 20),
        Tags = StoreJson.Read(row, 21, StoreJson.Default.ImmutableArrayTag),
        CategoryIds = IdColumn.Split<CategoryId>(row.Blob(22)),
        SeriesId = row.IsNull(23) ? null : new SeriesId(row.Id(23)),
        SeriesPosition = row.Int32(24),
        FooterBlockIds = IdColumn.Split<FooterBlockId>(row.Blob(25)),
        Seo = StoreJson.ReadSeo(row, 26),
        Comments = row.IsNull(27) && row.IsNull(28) && row.IsNull(29) && row.IsNull(33)
            ? PostCommentSettings.Inherited
            : new PostCommentSettings
            {
                Mode = (CommentMode?)row.Int32OrNull(27),
                CloseAfterDays = row.Int32OrNull(28),
                CloseAfterCount = row.Int32OrNull(29),
                Sensitivity = (ModerationSensitivity?)row.Int32OrNull(33),
            },
        CreatedAt = row.Time(30),
        UpdatedAt = row.Time(31),
        Version = row.Int64(32),
        StatusBefore = (PostStatus?)row.Int32OrNull(34),
        ContentUpdatedAt = row.Time(35),
        IsPinned = row.Bool(36),
        FeedId = row.TextOrNull(37),
        Format = (PostFormat)row.Int32(39),
        Fields = StoreJson.Read(row, 38, StoreJson.Default.ImmutableArrayPostField),
    };
}
