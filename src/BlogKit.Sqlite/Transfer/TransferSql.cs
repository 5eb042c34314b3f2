namespace BlogKit;

/// <summary>Statements that read every item of a blog in its order, and that find one by its identity, whatever blog it is of.</summary>
internal static class TransferSql
{
    private const string Comment = $"{CommentSql.Columns}, c.submission_key, c.request_hash, c.fingerprints";

    private const string CommentRevision = "c.id, r.revision, r.markdown, r.replaced_at, r.replaced_by";

    private const string Feedback = "c.id, f.voter_key, f.network, f.vote, f.reaction";

    private const string Flag = "c.id, f.flagger_key, f.kind, f.note, f.weight, f.at, f.dismissed_at, f.network";

    private const string Revision =
        "r.id, p.id, r.post_version, r.title, r.markdown, r.excerpt, r.saved_by, r.saved_at, r.note, r.format";

    private const string Category = "c.id, b.id, c.parent_id, c.name, c.slug, c.description, c.version";

    private const string Series = "s.id, b.id, s.name, s.slug, s.description, s.version";

    private const string Footer =
        "f.id, b.id, f.name, f.kind, f.scope, f.author_id, f.position, f.renderer_version, f.version, f.markdown, f.html";

    private const string Autosave = "a.owner_key, p.id, a.base_version, a.saved_at, a.title, a.fields, a.markdown";

    private static readonly string s_record =
        $"""
        {CommentSql.RecordColumns},
            (SELECT {CommentSql.RecordIdentity.Replace("l.", "u.", StringComparison.Ordinal)} FROM moderation_log u
                WHERE u.position = l.undoes AND u.comment_id = l.comment_id)
        """;

    private static readonly string s_model =
        $"""
        m.model_key, m.version, m.position, m.saved_at, m.state,
            (SELECT {CommentSql.RecordIdentity} FROM moderation_log l INDEXED BY moderation_log_blog
                WHERE l.blog_nr = ?1 AND l.position <= m.position ORDER BY l.position DESC LIMIT 1)
        """;

    // By categories_slug (its blog's part).
    public static readonly Sql Categories = new(
        "transfer.categories",
        $"SELECT {Category} FROM categories c JOIN blogs b ON b.nr = c.blog_nr WHERE c.blog_nr = ?1");

    // By the unique index on categories.id.
    public static readonly Sql FindCategory = new(
        "transfer.find-category", $"SELECT {Category} FROM categories c JOIN blogs b ON b.nr = c.blog_nr WHERE c.id = ?1");

    // Along series_slug (its blog's part).
    public static readonly Sql AllSeries = new(
        "transfer.series", $"SELECT {Series} FROM series s JOIN blogs b ON b.nr = s.blog_nr WHERE s.blog_nr = ?1");

    // By the unique index on series.id.
    public static readonly Sql FindSeries = new(
        "transfer.find-series", $"SELECT {Series} FROM series s JOIN blogs b ON b.nr = s.blog_nr WHERE s.id = ?1");

    // By the unique index on footer_blocks.id.
    public static readonly Sql FindFooter = new(
        "transfer.find-footer", $"SELECT {Footer} FROM footer_blocks f JOIN blogs b ON b.nr = f.blog_nr WHERE f.id = ?1");

    // Through the posts of the blog, along posts_desk.
    public static readonly Sql Posts = new("transfer.posts", "SELECT nr, id, parent_id FROM posts WHERE blog_nr = ?1");

    // By post_slugs_post.
    public static readonly Sql FormerSlugs = new(
        "transfer.slugs", "SELECT slug FROM post_slugs WHERE post_nr = ?1 AND is_current = 0 ORDER BY slug");

    // By the primary key of post_slugs.
    public static readonly Sql FindSlug = new(
        "transfer.find-slug",
        "SELECT p.id, s.is_current FROM post_slugs s JOIN posts p ON p.nr = s.post_nr WHERE s.blog_nr = ?1 AND s.slug = ?2");

    public static readonly Sql AddFormerSlug = new(
        "transfer.add-slug", "INSERT INTO post_slugs (blog_nr, slug, post_nr, is_current) VALUES (?1, ?2, ?3, 0)");

    // Along post_revisions_post.
    public static readonly Sql Revisions = new(
        "transfer.revisions",
        $"""
        SELECT {Revision} FROM post_revisions r JOIN posts p ON p.nr = r.post_nr
        WHERE r.post_nr = ?1 ORDER BY r.post_version, r.id
        """);

    // By the unique index on post_revisions.id.
    public static readonly Sql FindRevision = new(
        "transfer.find-revision",
        $"SELECT {Revision} FROM post_revisions r JOIN posts p ON p.nr = r.post_nr WHERE r.id = ?1");

    // Along comments_post.
    public static readonly Sql Roots = new(
        "transfer.roots", "SELECT nr FROM comments INDEXED BY comments_post WHERE post_nr = ?1 AND parent_nr IS NULL");

    // Along comments_tree: the present ones first, because what stands above a present one is present; then the order of the paths, in
    // which every comment stands behind the one it answers.
    public static readonly Sql Branch = new(
        "transfer.branch",
        $"SELECT {Comment} FROM comments c INDEXED BY comments_tree WHERE c.root_nr = ?1 AND c.present = ?2 ORDER BY c.path");

    // By comments_id.
    public static readonly Sql FindComment = new("transfer.find-comment", $"SELECT {Comment} FROM comments c WHERE c.id = ?1");

    // By comments_id.
    public static readonly Sql FindPlace = new(
        "transfer.find-place",
        "SELECT c.nr, c.status, p.id FROM comments c JOIN posts p ON p.nr = c.post_nr WHERE c.id = ?2 AND +c.blog_nr = ?1");

    // Along comments_post, then the primary key of comment_revisions.
    public static readonly Sql CommentRevisions = new(
        "transfer.comment-revisions",
        $"""
        SELECT {CommentRevision} FROM comments c INDEXED BY comments_post CROSS JOIN comment_revisions r ON r.comment_nr = c.nr
        WHERE c.post_nr = ?1
        """);

    // By comments_id, then the primary key of comment_revisions.
    public static readonly Sql FindCommentRevision = new(
        "transfer.find-comment-revision",
        $"SELECT {CommentRevision} FROM comments c JOIN comment_revisions r ON r.comment_nr = c.nr WHERE c.id = ?1 AND r.revision = ?2");

    // Along comments_post, then the primary key of feedback.
    public static readonly Sql AllFeedback = new(
        "transfer.feedback",
        $"""
        SELECT {Feedback} FROM comments c INDEXED BY comments_post CROSS JOIN feedback f ON f.comment_nr = c.nr
        WHERE c.post_nr = ?1
        """);

    // By comments_id, then the primary key of feedback.
    public static readonly Sql FindFeedback = new(
        "transfer.find-feedback",
        $"SELECT {Feedback} FROM comments c JOIN feedback f ON f.comment_nr = c.nr WHERE c.id = ?1 AND f.voter_key = ?2");

    // By feedback_network.
    public static readonly Sql HasFeedbackOfNetwork = new(
        "transfer.feedback-network", "SELECT 1 FROM feedback WHERE comment_nr = ?1 AND network = ?2 AND network IS NOT NULL");

    // Along comments_post, then the primary key of flags.
    public static readonly Sql Flags = new(
        "transfer.flags",
        $"""
        SELECT {Flag} FROM comments c INDEXED BY comments_post CROSS JOIN flags f ON f.comment_nr = c.nr
        WHERE c.post_nr = ?1
        """);

    // By comments_id, then the primary key of flags.
    public static readonly Sql FindFlag = new(
        "transfer.find-flag",
        $"SELECT {Flag} FROM comments c JOIN flags f ON f.comment_nr = c.nr WHERE c.id = ?1 AND f.flagger_key = ?2");

    // By flags_network.
    public static readonly Sql HasFlagOfNetwork = new(
        "transfer.flag-network", "SELECT 1 FROM flags WHERE comment_nr = ?1 AND network = ?2 AND network IS NOT NULL");

    public static readonly Sql AddFlag = new(
        "transfer.add-flag",
        """
        INSERT INTO flags (comment_nr, flagger_key, kind, note, weight, at, network, dismissed_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """);

    // Along the primary key of purged_comments.
    public static readonly Sql Purged = new(
        "transfer.purged", "SELECT comment_id FROM purged_comments WHERE post_nr = ?1 ORDER BY comment_id");

    // By the primary key of purged_comments.
    public static readonly Sql IsPurged = new(
        "transfer.is-purged", "SELECT 1 FROM purged_comments WHERE post_nr = ?1 AND comment_id = ?2");

    // By moderation_log_comment; else once for each post of the blog by the primary key of purged_comments.
    public static readonly Sql IsGone = new(
        "transfer.is-gone",
        """
        SELECT EXISTS (SELECT 1 FROM moderation_log l WHERE l.comment_id = ?2 AND +l.blog_nr = ?1)
            OR EXISTS (SELECT 1 FROM posts p CROSS JOIN purged_comments g ON g.post_nr = p.nr AND g.comment_id = ?2 WHERE p.blog_nr = ?1)
        """);

    // Along moderation_log_blog.
    public static readonly Sql Records = new(
        "transfer.records",
        $"SELECT {s_record} FROM moderation_log l INDEXED BY moderation_log_blog WHERE l.blog_nr = ?1 ORDER BY l.position");

    // By moderation_log_comment.
    public static readonly Sql FindRecord = new(
        "transfer.find-record",
        $"SELECT {s_record} FROM moderation_log l WHERE l.comment_id = ?1 AND {CommentSql.RecordIdentity} = ?2");

    // One row for each table whose numbers are not used again.
    public static readonly Sql LastPosition = new(
        "transfer.last-position", "SELECT seq FROM sqlite_sequence WHERE name = 'moderation_log'");

    // Along moderation_log_blog.
    public static readonly Sql FindPosition = new(
        "transfer.find-position",
        $"""
        SELECT l.position FROM moderation_log l INDEXED BY moderation_log_blog
        WHERE l.blog_nr = ?1 AND {CommentSql.RecordIdentity} = ?2 ORDER BY l.position DESC LIMIT 1
        """);

    // Backwards along bans_list.
    public static readonly Sql Bans = new(
        "transfer.bans", $"SELECT {BanSql.Columns} FROM bans n INDEXED BY bans_list WHERE n.blog_nr = ?1 ORDER BY n.at, n.ban_key DESC");

    // By the primary key of bans.
    public static readonly Sql FindBan = new(
        "transfer.find-ban", $"SELECT {BanSql.Columns} FROM bans n WHERE n.blog_nr = ?1 AND n.ban_key = ?2 AND n.at = ?3");

    public static readonly Sql AddBan = new(
        "transfer.add-ban",
        """
        INSERT INTO bans (blog_nr, ban_key, at, until, lifted_at, actor_key, lifted_by, reason)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """);

    // Along the primary key of display_names.
    public static readonly Sql Names = new(
        "transfer.names", "SELECT user_key, name, chosen_at FROM display_names WHERE blog_nr = ?1 ORDER BY user_key");

    // Along the unique index on autosaves.
    public static readonly Sql Autosaves = new(
        "transfer.autosaves",
        $"SELECT {Autosave} FROM autosaves a LEFT JOIN posts p ON p.nr = a.post_nr WHERE a.blog_nr = ?1 ORDER BY a.owner_key, a.post_nr");

    // All models are looked at: there are a few for each blog.
    public static readonly Sql Models = new(
        "transfer.models", $"SELECT {s_model} FROM learned_models m WHERE substr(m.model_key, -length(?2)) = ?2 ORDER BY m.model_key");

    // By the unique index on learned_models.model_key.
    public static readonly Sql FindModel = new("transfer.find-model", $"SELECT {s_model} FROM learned_models m WHERE m.model_key = ?2");

    // Along the primary key of import_runs.
    public static readonly Sql Imports = new(
        "transfer.imports", $"SELECT {OriginSql.ImportColumns} FROM import_runs i WHERE i.blog_nr = ?1 ORDER BY i.number");

    // By the primary key of import_runs, from its end.
    public static readonly Sql LastImport = new(
        "transfer.last-import", "SELECT coalesce(max(number), 0) FROM import_runs WHERE blog_nr = ?1");

    public static readonly Sql AddImport = new(
        "transfer.add-import",
        """
        INSERT INTO import_runs (blog_nr, number, source, started_by, started_at, ended_at, undone_at, imported, updated, unchanged, kept,
            altered, refused)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        """);

    // Along import_origins_key.
    public static readonly Sql Origins = new(
        "transfer.origins",
        $"""
        SELECT {OriginSql.Columns} FROM import_origins o INDEXED BY import_origins_key
        WHERE o.blog_nr = ?1 ORDER BY o.source, o.kind, o.original_id
        """);

    // Along the primary key of redirects.
    public static readonly Sql Redirects = new(
        "transfer.redirects", $"SELECT {RedirectSql.Columns} FROM redirects r WHERE r.blog_nr = ?1 ORDER BY r.address");

    // By the primary key of redirects.
    public static readonly Sql FindRedirect = new(
        "transfer.find-redirect", $"SELECT {RedirectSql.Columns} FROM redirects r WHERE r.blog_nr = ?1 AND r.address = ?2");

    // By the unique index on authors.id.
    public static readonly Sql HasAuthor = new(
        "transfer.has-author", "SELECT 1 FROM authors WHERE id = ?2 AND +blog_nr = ?1");

    // By the unique index on posts.id, once for each level; UNION ends it where there is a circle.
    public static readonly Sql IsBelowItself = new(
        "transfer.is-below-itself",
        """
        WITH RECURSIVE above (id) AS (
            SELECT ?2
            UNION
            SELECT p.parent_id FROM above JOIN posts p ON p.id = above.id WHERE p.parent_id IS NOT NULL
        )
        SELECT 1 FROM above WHERE id = ?1
        """);

    // Each by the unique index on the identity.
    public static readonly Sql SetBlogVersion = new("transfer.set-version", "UPDATE blogs SET version = ?2 WHERE id = ?1");

    public static readonly Sql SetAuthorVersion = new("transfer.set-version", "UPDATE authors SET version = ?2 WHERE id = ?1");

    public static readonly Sql SetCategoryVersion = new("transfer.set-version", "UPDATE categories SET version = ?2 WHERE id = ?1");

    public static readonly Sql SetSeriesVersion = new("transfer.set-version", "UPDATE series SET version = ?2 WHERE id = ?1");

    public static readonly Sql SetFooterVersion = new("transfer.set-version", "UPDATE footer_blocks SET version = ?2 WHERE id = ?1");

    public static readonly Sql SetPostVersion = new("transfer.set-version", "UPDATE posts SET version = ?2 WHERE id = ?1");
}
