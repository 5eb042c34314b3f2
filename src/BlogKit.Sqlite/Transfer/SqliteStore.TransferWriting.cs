using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore
{
    public Task<ImmutableArray<TransferResult>> WriteAsync(
        BlogId blogId, IReadOnlyList<TransferItem> items, CancellationToken cancellationToken)
    {
        TransferForms.CheckBatch(items);
        return WriteAsync((blogId, items), static (session, what) => Write(session, what.blogId, what.items), cancellationToken);
    }

    private static ImmutableArray<TransferResult> Write(SqliteSession session, BlogId blogId, IReadOnlyList<TransferItem> items)
    {
        var results = ImmutableArray.CreateBuilder<TransferResult>(items.Count);
        var blog = FindBlogNumber(session, blogId);
        while (results.Count < items.Count)
        {
            var item = items[results.Count];
            if (TransferCheck.FindProblem(blogId, item) is { } problem)
            {
                results.Add(new TransferResult(TransferOutcome.Refused, problem));
            }
            else if (item is TransferredBlog)
            {
                results.Add(WriteItem(session, blogId, 0, item));
                blog = FindBlogNumber(session, blogId);
            }
            else if (blog is not { } number)
            {
                results.Add(TransferResult.ForMissing("blog", blogId));
            }
            else if (item is TransferredComment)
            {
                WriteComments(session, blogId, items, results);
            }
            else
            {
                results.Add(WriteItem(session, blogId, number, item));
            }
        }

        return results.MoveToImmutable();
    }

    /// <summary>Comments that follow one another are imported together, so that what stands above them is counted once.</summary>
    private static void WriteComments(
        SqliteSession session, BlogId blogId, IReadOnlyList<TransferItem> items, ImmutableArray<TransferResult>.Builder results)
    {
        var first = results.Count;
        var isNew = new List<bool>();
        var imports = new List<CommentImport>();
        for (var i = first;
            i < items.Count && items[i] is TransferredComment item && (i == first || TransferCheck.FindProblem(blogId, item) is null);
            i++)
        {
            var stored = FindComment(session, item.Comment.Id);
            isNew.Add(stored is null);
            results.Add(stored is null ? TransferResult.Stored : TransferForms.Compare(stored, item));
            if (stored is null)
            {
                imports.Add(TransferForms.ToImport(item));
            }
        }

        if (imports.Count == 0)
        {
            return;
        }

        var outcomes = CommentImporter.Import(session, imports);
        for (int i = 0, imported = 0; i < isNew.Count; i++)
        {
            if (isNew[i])
            {
                var item = (TransferredComment)items[first + i];
                var outcome = outcomes[imported++].Outcome;
                results[first + i] = outcome is CommentImportOutcome.Unchanged
                    ? TransferForms.Compare(FindComment(session, item.Comment.Id)!, item)
                    : TransferForms.Of(outcome, item);
            }
        }
    }

    private static TransferResult WriteItem(SqliteSession session, BlogId blogId, long blog, TransferItem item)
    {
        if (FindItem(session, blogId, blog, item) is { } stored)
        {
            return (stored, item) switch
            {
                (TransferredRecord s, TransferredRecord given) => TransferForms.Compare(s, given),
                (TransferredModel s, TransferredModel given) => TransferForms.Compare(s, given),
                _ => TransferForms.Compare(stored, item),
            };
        }

        return item switch
        {
            TransferredBlog { Blog: var b } =>
                Saved(session, SaveBlog(session, b with { Version = 0 }), TransferSql.SetBlogVersion, b.Id.Value, b.Version, "key"),
            TransferredAuthor { Author: var a } => Saved(
                session,
                SaveAuthor(session, a with { Version = 0 }),
                TransferSql.SetAuthorVersion,
                a.Id.Value,
                a.Version,
                "identity, slug or user key"),
            TransferredCategory { Category: var c } => Saved(
                session,
                SaveCategory(session, c with { Version = 0 }),
                TransferSql.SetCategoryVersion,
                c.Id.Value,
                c.Version,
                "identity or slug",
                TransferResult.ForMissing("category", c.ParentId)),
            TransferredSeries { Series: var s } => Saved(
                session,
                SaveSeries(session, s with { Version = 0 }),
                TransferSql.SetSeriesVersion,
                s.Id.Value,
                s.Version,
                "identity or slug"),
            TransferredFooterBlock { Block: var f } => FindMissingAuthor(session, blog, f.AuthorId is { } author ? [author] : [])
                ?? Saved(
                    session, SaveFooter(session, f with { Version = 0 }), TransferSql.SetFooterVersion, f.Id.Value, f.Version, "identity"),
            TransferredPost { Post: var p } => WritePost(session, blog, p),
            TransferredFormerSlug former => WriteFormerSlug(session, blogId, blog, former),
            TransferredPostRevision { Revision: var revision } => WriteFormerText(session, blogId, blog, revision),
            TransferredPurgedComment purged => WritePurged(session, blogId, blog, purged),
            TransferredRecord record => WriteRecord(session, blog, record),
            TransferredCommentRevision or TransferredFeedback or TransferredFlag => WriteBeside(session, blog, item),
            _ => WriteOther(session, blogId, blog, item),
        };
    }

    private static TransferResult Saved(
        SqliteSession session, SaveOutcome outcome, Sql setVersion, Guid id, long version, string taken, TransferResult? missing = null)
    {
        if (outcome is not SaveOutcome.Saved)
        {
            return outcome is SaveOutcome.Missing && missing is not null ? missing : TransferForms.Taken(taken);
        }

        if (version != 1)
        {
            session.Use(setVersion).With(id).With(version).Execute();
        }

        return TransferResult.Stored;
    }

    private static TransferResult WritePost(SqliteSession session, long blog, Post post)
    {
        if (FindMissingAuthor(session, blog, post.AuthorIds) is { } missing)
        {
            return missing;
        }

        return post.ParentId is { } parent
            && TransferRows.IsThere(session.Use(TransferSql.IsBelowItself).With(post.Id.Value).With(parent.Value))
                ? TransferForms.BelowItself
                : Saved(
                    session,
                    SavePost(session, new PostSave(post with { Version = 0 }, null)),
                    TransferSql.SetPostVersion,
                    post.Id.Value,
                    post.Version,
                    "identity or slug");
    }

    private static TransferResult WriteFormerSlug(SqliteSession session, BlogId blogId, long blog, TransferredFormerSlug former)
    {
        if (FindPostNumber(session, blogId, former.PostId) is not { } post)
        {
            return TransferResult.ForMissing("post", former.PostId);
        }

        if (TransferRows.IsThere(session.Use(TransferSql.FindSlug).With(blog).With(former.Slug.Value)))
        {
            return TransferForms.Taken("slug");
        }

        session.Use(TransferSql.AddFormerSlug).With(blog).With(former.Slug.Value).With(post).Execute();
        ChangeFeed.Add(session, blog, BlogChangeKind.Post, former.PostId);
        return TransferResult.Stored;
    }

    private static TransferResult WriteFormerText(SqliteSession session, BlogId blogId, long blog, PostRevision revision)
    {
        if (FindPostNumber(session, blogId, revision.PostId) is not { } post)
        {
            return TransferResult.ForMissing("post", revision.PostId);
        }

        AddRevision(session, post, revision);
        ChangeFeed.Add(session, blog, BlogChangeKind.Post, revision.PostId);
        return TransferResult.Stored;
    }

    private static TransferResult WritePurged(SqliteSession session, BlogId blogId, long blog, TransferredPurgedComment purged)
    {
        if (FindPostNumber(session, blogId, purged.PostId) is not { } post)
        {
            return TransferResult.ForMissing("post", purged.PostId);
        }

        if (FindComment(session, purged.CommentId) is not null)
        {
            return TransferForms.Taken("identity");
        }

        session.Use(CommentSql.RememberPurged).With(post).With(purged.CommentId.Value).Execute();
        ChangeFeed.Add(session, blog, BlogChangeKind.Queue, purged.PostId, purged.CommentId);
        return TransferResult.Stored;
    }

    private static TransferResult WriteRecord(SqliteSession session, long blog, TransferredRecord item)
    {
        var record = item.Record;
        PostId? post;
        using (var row = session.Use(TransferSql.FindPlace).With(blog).With(record.CommentId.Value))
        {
            post = row.Step() ? new PostId(row.Id(2)) : null;
        }

        if (post is null && !IsGone(session, blog, record.CommentId))
        {
            return TransferResult.ForMissing("comment", record.CommentId);
        }

        if (item.Undone is { } undone)
        {
            using var row = session.Use(TransferSql.FindRecord).With(record.CommentId.Value).With(undone.Value);
            record = row.Step() ? record with { Undoes = CommentRows.ReadRecord(row).Position } : record;
        }

        CommentRows.Log(
            session, blog, record, CommentRows.Findings(record.Decision), Math.Max(record.Position, FindLastPosition(session) + 1));
        ChangeFeed.Add(session, blog, BlogChangeKind.Queue, post, record.CommentId);
        return TransferResult.Stored;
    }

    /// <summary>What stands beside a comment.</summary>
    private static TransferResult WriteBeside(SqliteSession session, long blog, TransferItem item)
    {
        var id = item switch
        {
            TransferredCommentRevision { Revision.CommentId: var comment } => comment,
            TransferredFeedback { CommentId: var comment } => comment,
            _ => ((TransferredFlag)item).Flag.CommentId,
        };
        long nr;
        CommentStatus status;
        using (var row = session.Use(TransferSql.FindPlace).With(blog).With(id.Value))
        {
            if (!row.Step())
            {
                return TransferResult.ForMissing("comment", id);
            }

            (nr, status) = (row.Int64(0), (CommentStatus)row.Int32(1));
        }

        switch (item)
        {
            case TransferredCommentRevision { Revision: var revision }:
                CommentRows.KeepRevision(session, nr, revision);
                ChangeFeed.AddComment(session, nr, ChangeFeed.KindOf(status, status));
                break;
            case TransferredFeedback { Voter: var voter, Said: var said }:
                if (TransferRows.IsThere(session.Use(TransferSql.HasFeedbackOfNetwork).With(nr).With(voter.Network)))
                {
                    return TransferForms.Taken("network");
                }

                session.Use(FeedbackSql.Write)
                    .With(nr)
                    .With(voter.Key)
                    .With((int)said.Vote)
                    .With(said.Reaction)
                    .With(voter.Network)
                    .Execute();
                ChangeFeed.AddComment(session, nr, BlogChangeKind.Feedback);
                break;
            case TransferredFlag { Flag: var flag }:
                if (TransferRows.IsThere(session.Use(TransferSql.HasFlagOfNetwork).With(nr).With(flag.FlaggerNetwork)))
                {
                    return TransferForms.Taken("network");
                }

                session.Use(TransferSql.AddFlag)
                    .With(nr)
                    .With(flag.FlaggerKey)
                    .With((int)flag.Kind)
                    .With(flag.Note)
                    .With(flag.Weight)
                    .With(flag.At)
                    .With(flag.FlaggerNetwork)
                    .With(flag.DismissedAt)
                    .Execute();
                ChangeFeed.AddComment(session, nr, BlogChangeKind.Queue);
                break;
        }

        return TransferResult.Stored;
    }

    /// <summary>What belongs to the blog itself.</summary>
    private static TransferResult WriteOther(SqliteSession session, BlogId blogId, long blog, TransferItem item)
    {
        switch (item)
        {
            case TransferredBan { Ban: var ban }:
                session.Use(TransferSql.AddBan)
                    .With(blog)
                    .With(ban.Key)
                    .With(ban.At)
                    .With(ban.Until)
                    .With(ban.LiftedAt)
                    .With(ban.ActorKey)
                    .With(ban.LiftedBy)
                    .With(ban.Reason)
                    .Execute();
                ChangeFeed.Add(session, blog, BlogChangeKind.Bans);
                return TransferResult.Stored;
            case TransferredDisplayName { Name: var name }:
                SaveDisplayName(session, name);
                return TransferResult.Stored;
            case TransferredAutosave { Autosave: var autosave }:
                return SaveAutosave(session, autosave) is SaveOutcome.Saved
                    ? TransferResult.Stored
                    : TransferResult.ForMissing("post", autosave.PostId);
            case TransferredModel { Model: var model } given:
                StoreModel(
                    session,
                    given.LastLearned is { } last && FindPosition(session, blog, last) is { } position
                        ? model with { Position = position }
                        : model);
                return TransferResult.Stored;
            case TransferredImport { Import: var import }:
                return WriteImport(session, blog, import);
            case TransferredOrigin { Origin: var origin }:
                if (!OriginRows.HasImports(session, blog, [origin]))
                {
                    return TransferResult.ForMissing("import", origin.ImportNumber);
                }

                OriginRows.Save(session, blog, origin);
                ChangeFeed.Add(session, blog, BlogChangeKind.Origins);
                return TransferResult.Stored;
            case TransferredRedirect { Redirect: var redirect }:
                SaveRedirect(session, blog, redirect);
                ChangeFeed.Add(session, blog, BlogChangeKind.Redirects);
                return TransferResult.Stored;
            default:
                throw new NotSupportedException($"An item of a copy of the kind {item.Kind} is not known here.");
        }
    }

    private static TransferResult WriteImport(SqliteSession session, long blog, ImportRun import)
    {
        using (var row = session.Use(TransferSql.LastImport).With(blog))
        {
            row.Step();
            if (import.Number > row.Int64(0) + 1)
            {
                return TransferResult.ForMissing("import", import.Number - 1);
            }
        }

        session.Use(TransferSql.AddImport)
            .With(blog)
            .With(import.Number)
            .With(import.Source)
            .With(import.StartedBy)
            .With(import.StartedAt)
            .With(import.EndedAt)
            .With(import.UndoneAt)
            .With(import.Counts.Imported)
            .With(import.Counts.Updated)
            .With(import.Counts.Unchanged)
            .With(import.Counts.Kept)
            .With(import.Counts.Altered)
            .With(import.Counts.Refused)
            .Execute();
        ChangeFeed.Add(session, blog, BlogChangeKind.Origins);
        return TransferResult.Stored;
    }

    /// <summary>What is stored with the identity of the item; null for nothing, or for something of another blog.</summary>
    private static TransferItem? FindItem(SqliteSession session, BlogId blogId, long blog, TransferItem item) => item switch
    {
        TransferredBlog => TransferRows.ReadOne(
            session.Use(BlogSql.Find).With(blogId.Value), static row => new TransferredBlog(ReadBlog(row))),
        TransferredAuthor { Author.Id: var id } => TransferRows.ReadOne(
            session.Use(AuthorSql.FindMany).With(IdColumn.Json([id])).With(blogId.Value),
            static row => new TransferredAuthor(ReadAuthor(row))),
        TransferredCategory { Category.Id: var id } => TransferRows.ReadOne(
            session.Use(TransferSql.FindCategory).With(id.Value), TransferRows.ReadCategory),
        TransferredSeries { Series.Id: var id } => TransferRows.ReadOne(
            session.Use(TransferSql.FindSeries).With(id.Value), TransferRows.ReadSeries),
        TransferredFooterBlock { Block.Id: var id } => TransferRows.ReadOne(
            session.Use(TransferSql.FindFooter).With(id.Value), static row => new TransferredFooterBlock(ReadFooter(row))),
        TransferredPost { Post.Id: var id } => TransferRows.ReadOne(
            session.Use(PostSql.Find).With(blogId.Value).With(id.Value), static row => new TransferredPost(ReadPost(row))),
        TransferredFormerSlug { Slug: var slug } => TransferRows.ReadOne(
            session.Use(TransferSql.FindSlug).With(blog).With(slug.Value),
            row => row.Bool(1) ? null : new TransferredFormerSlug(new PostId(row.Id(0)), slug)),
        TransferredPostRevision { Revision.Id: var id } => TransferRows.ReadOne(
            session.Use(TransferSql.FindRevision).With(id.Value), static row => new TransferredPostRevision(ReadRevision(row))),
        TransferredCommentRevision { Revision: var revision } => TransferRows.ReadOne(
            session.Use(TransferSql.FindCommentRevision).With(revision.CommentId.Value).With(revision.Revision),
            TransferRows.ReadCommentRevision),
        TransferredFeedback { CommentId: var id, Voter.Key: var key } => TransferRows.ReadOne(
            session.Use(TransferSql.FindFeedback).With(id.Value).With(key), TransferRows.ReadFeedback),
        TransferredFlag { Flag: var flag } => TransferRows.ReadOne(
            session.Use(TransferSql.FindFlag).With(flag.CommentId.Value).With(flag.FlaggerKey),
            row => TransferRows.ReadFlag(row, blogId)),
        TransferredPurgedComment purged => FindPostNumber(session, blogId, purged.PostId) is { } post
            && TransferRows.IsThere(session.Use(TransferSql.IsPurged).With(post).With(purged.CommentId.Value)) ? purged : null,
        TransferredRecord { Record: var record } => TransferRows.ReadOne(
            session.Use(TransferSql.FindRecord).With(record.CommentId.Value).With(record.Id.Value), TransferRows.ReadRecord),
        TransferredBan { Ban: var ban } => TransferRows.ReadOne(
            session.Use(TransferSql.FindBan).With(blog).With(ban.Key).With(ban.At),
            row => new TransferredBan(StoredBan.Read(row).ToBan(blogId))),
        TransferredDisplayName { Name.UserKey: var user } => TransferRows.ReadOne(
            session.Use(DisplayNameSql.Find).With(blogId.Value).With(user),
            row => new TransferredDisplayName(new DisplayName(blogId, user, row.Text(0), row.Time(1)))),
        TransferredAutosave { Autosave: var typed } => TransferRows.ReadOne(
            session.Use(AutosaveSql.Find).With(blogId.Value).With(typed.OwnerKey).With(typed.PostId?.Value),
            row => new TransferredAutosave(ReadAutosave(row, blogId, typed.PostId, typed.OwnerKey))),
        TransferredModel { Model.Key: var key } => TransferRows.ReadOne(
            session.Use(TransferSql.FindModel).With(blog).With(key), TransferRows.ReadModel),
        TransferredImport { Import.Number: var number } => TransferRows.ReadOne(
            session.Use(OriginSql.FindImport).With(blogId.Value).With(number),
            row => new TransferredImport(OriginRows.ReadImport(row, blogId))),
        TransferredOrigin { Origin: var origin } => OriginRows.ReadAll(
            session.Use(OriginSql.FindMany)
                .With(blogId.Value)
                .With(origin.Source)
                .With((int)origin.Kind)
                .With(StoreJson.List([origin.OriginalId], StoreJson.Default.ImmutableArrayString)),
            blogId).Select(static found => new TransferredOrigin(found)).FirstOrDefault(),
        TransferredRedirect { Redirect.From: var from } => TransferRows.ReadOne(
            session.Use(TransferSql.FindRedirect).With(blog).With(from.Value),
            row => new TransferredRedirect(ReadRedirect(row, blogId))),
        _ => null,
    };

    private static TransferredComment? FindComment(SqliteSession session, CommentId id) =>
        (TransferredComment?)TransferRows.ReadOne(session.Use(TransferSql.FindComment).With(id.Value), TransferRows.ReadComment);

    private static long? FindPostNumber(SqliteSession session, BlogId blogId, PostId id)
    {
        using var row = session.Use(PostSql.FindNumber).With(blogId.Value).With(id.Value);
        return row.Step() ? row.Int64(0) : null;
    }

    private static TransferResult? FindMissingAuthor(SqliteSession session, long blog, ImmutableArray<AuthorId> authors)
    {
        foreach (var author in authors)
        {
            if (!TransferRows.IsThere(session.Use(TransferSql.HasAuthor).With(blog).With(author.Value)))
            {
                return TransferResult.ForMissing("author", author);
            }
        }

        return null;
    }

    private static bool IsGone(SqliteSession session, long blog, CommentId id)
    {
        using var row = session.Use(TransferSql.IsGone).With(blog).With(id.Value);
        return row.Step() && row.Bool(0);
    }

    private static long FindLastPosition(SqliteSession session)
    {
        using var row = session.Use(TransferSql.LastPosition);
        return row.Step() ? row.Int64(0) : 0;
    }

    private static long? FindPosition(SqliteSession session, long blog, RecordId id)
    {
        using var row = session.Use(TransferSql.FindPosition).With(blog).With(id.Value);
        return row.Step() ? row.Int64(0) : null;
    }
}
