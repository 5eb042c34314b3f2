namespace BlogKit;

internal static class CommentSql
{
    /// <summary>The columns <see cref="CommentRows.Read"/> reads, of a comment <c>c</c>.</summary>
    public const string Columns =
        """
        c.id, (SELECT b.id FROM blogs b WHERE b.nr = c.blog_nr), (SELECT o.id FROM posts o WHERE o.nr = c.post_nr),
            (SELECT a.id FROM comments a WHERE a.nr = c.parent_nr), (SELECT a.id FROM comments a WHERE a.nr = c.root_nr),
            c.depth, c.by_kind, c.by_name, c.by_email, c.by_url, c.by_avatar_url, c.by_user_key, c.by_author_id, c.owner_key,
            c.markdown, c.html, c.plain_text, c.renderer_version, c.status, c.status_before, c.kind, c.revision, c.approved_revision,
            c.decided_as, c.findings, c.decided_at, c.is_pinned, c.up_votes, c.down_votes, c.reactions, c.remote_address, c.user_agent,
            c.created_at, c.edited_at, c.purged_at, c.version, c.points, c.policy_set, c.status_changed_at, c.appeal, c.appealed_at,
            c.appeal_answered_at, c.held_by, c.hold_reason, c.decided_before_hold
        """;

    /// <summary>
    /// The identity of a record <c>l</c>. Those of before schema 14 have none stored: theirs is a UUIDv7 of their time, blog and position,
    /// the same at each reading.
    /// </summary>
    public const string RecordIdentity =
        """
        coalesce(l.record_id, unhex(format('%012x7000%04x%012x',
            min(max((l.at - 621355968000000000) / 10000, 0), 0xFFFFFFFFFFFF), 0x8000 | (l.blog_nr & 0x3FFF), l.position & 0xFFFFFFFFFFFF)))
        """;

    /// <summary>The columns <see cref="CommentRows.ReadRecord"/> reads, of a record <c>l</c>.</summary>
    public const string RecordColumns =
        $"""
        l.comment_id, (SELECT b.id FROM blogs b WHERE b.nr = l.blog_nr), l.revision, l.action, l.from_status, l.to_status, l.actor_key,
            l.reason, l.decided_as, l.findings, l.decided_at, l.at, l.points, l.policy_set, l.position, l.shadows, l.operation_id,
            l.from_before, l.from_approved, l.undoes, {RecordIdentity}
        """;

    // By comments_id. The "+" keeps SQLite from using an index for the blog, which is only a check here; the same below.
    public static readonly Sql Find = new(
        "comment.find",
        $"SELECT {Columns} FROM comments c WHERE c.id = ?2 AND +c.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1)");

    // By comments_id, once per identity asked for; the post by its primary key.
    public static readonly Sql FindMany = new(
        "comment.find-many",
        $"""
        SELECT {Columns}, p.id, p.slug, p.title
        FROM json_each(?2) AS asked CROSS JOIN comments c ON c.id = unhex(asked.value) JOIN posts p ON p.nr = c.post_nr
        WHERE c.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1)
        """);

    // By comments_submission.
    public static readonly Sql FindSubmission = new(
        "comment.find-submission", $"SELECT {Columns}, c.request_hash FROM comments c WHERE c.submission_key = ?1");

    // By comments_submission.
    public static readonly Sql FindSubmissionOfBlog = new(
        "comment.find-submission",
        $"""
        SELECT {Columns}, c.request_hash FROM comments c
        WHERE c.submission_key = ?2 AND +c.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1)
        """);

    // Every part by a unique index: blogs.id, posts.id, comments_id, the primary key of commenters; authors_name and authors_email for the
    // last two.
    public static readonly Sql Intake = new(
        "comment.intake",
        """
        SELECT p.id, b.id, p.slug, p.title, p.status, p.visibility, p.published_at, p.author_ids, t.approved,
            b.comment_mode, b.close_after_days, b.close_after_count, p.comment_mode, p.close_after_days, p.close_after_count,
            a.id, ap.id, ar.id, a.depth, a.status, a.by_name, a.plain_text,
            h.approved, h.pending, h.spam, h.trashed,
            EXISTS (SELECT 1 FROM authors w WHERE w.blog_nr = p.blog_nr AND w.name_key IN (?4, d.name_key)),
            EXISTS (SELECT 1 FROM authors w WHERE w.blog_nr = p.blog_nr AND w.email_key = ?5),
            b.sensitivity, p.sensitivity, b.language, d.name
        FROM (SELECT 1) LEFT JOIN blogs b ON b.id = ?7
            LEFT JOIN posts p ON p.id = ?1 AND +p.blog_nr = b.nr
            LEFT JOIN threads t ON t.post_nr = p.nr
            LEFT JOIN comments a ON a.id = ?2 AND +a.blog_nr = b.nr
            LEFT JOIN posts ap ON ap.nr = a.post_nr
            LEFT JOIN comments ar ON ar.nr = a.root_nr
            LEFT JOIN commenters h ON h.blog_nr = p.blog_nr AND h.history_key = ?3
            LEFT JOIN display_names d ON d.blog_nr = p.blog_nr AND d.user_key = ?6
        """);

    // Every part by a unique index: posts.id, comments_id, comments_submission.
    public static readonly Sql CheckAddition = new(
        "comment.check",
        """
        SELECT EXISTS (SELECT 1 FROM comments s WHERE s.submission_key = ?1),
            EXISTS (SELECT 1 FROM comments d WHERE d.id = ?2) OR EXISTS (SELECT 1 FROM moderation_log g WHERE g.comment_id = ?2),
            p.nr, p.blog_nr, t.approved, t.present_roots, t.is_ranked,
            ?2 >= t.open_first, t.open_roots, a.nr, a.status, a.post_nr, a.root_nr, a.depth, a.path,
            (SELECT coalesce(max(m.nr), 0) + 1 FROM comments m)
        FROM (SELECT 1) LEFT JOIN posts p ON p.id = ?3 AND +p.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?5)
            LEFT JOIN threads t ON t.post_nr = p.nr LEFT JOIN comments a ON a.id = ?4
        """);

    public static readonly Sql Insert = new(
        "comment.insert",
        """
        INSERT INTO comments (nr, id, blog_nr, post_nr, parent_nr, root_nr, depth, status, present, present_children, shown_replies,
            by_name, status_before, kind, revision, approved_revision, renderer_version, is_pinned, up_votes, down_votes, disfavour,
            created_at, edited_at, purged_at, version, by_kind, by_email, by_url, by_avatar_url, by_user_key, by_author_id, owner_key,
            submission_key, request_hash, decided_as, decided_at, remote_address, user_agent, path, reactions, findings, html, plain_text,
            markdown, points, policy_set, status_changed_at, appeal, appealed_at, appeal_answered_at, writer_key, fingerprints,
            remote_network, held_by, hold_reason, decided_before_hold)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26,
            ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40, ?41, ?42, ?43, ?44, ?45, ?46, ?47, ?48, ?49, ?50, ?51,
            ?52, ?53, ?54, ?55, ?56)
        """);

    // By row number: the comment answered and its root, which may be the same.
    public static readonly Sql CountReply = new(
        "comment.count-reply",
        """
        UPDATE comments SET present_children = present_children + (nr = ?1), shown_replies = shown_replies + (nr = ?2)
        WHERE nr IN (?1, ?2)
        """);

    // By comments_id.
    public static readonly Sql FindPlace = new(
        "comment.find-place",
        """
        SELECT nr, version, status, present, present_children, post_nr, blog_nr, parent_nr, root_nr, depth, path,
            by_kind, by_email, by_user_key, by_author_id, id, purged_at IS NOT NULL
        FROM comments WHERE id = ?2 AND +blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1)
        """);

    // By row number.
    public static readonly Sql FindPlaceByNumber = new(
        "comment.find-place",
        """
        SELECT nr, version, status, present, present_children, post_nr, blog_nr, parent_nr, root_nr, depth, path,
            by_kind, by_email, by_user_key, by_author_id, id, purged_at IS NOT NULL
        FROM comments WHERE nr = ?1
        """);

    // By row number. On the right of a "=" stand the values before.
    public static readonly Sql Update = new(
        "comment.update",
        """
        UPDATE comments SET status = ?2, present = ?3, by_name = ?4, status_before = ?5, kind = ?6, revision = ?7, approved_revision = ?8,
            renderer_version = ?9, is_pinned = ?10, edited_at = ?11, purged_at = ?12, version = ?13, by_kind = ?14, by_email = ?15,
            by_url = ?16, by_avatar_url = ?17, by_user_key = ?18, by_author_id = ?19, owner_key = ?20, decided_as = ?21, decided_at = ?22,
            remote_address = ?23, user_agent = ?24, findings = ?25, html = ?26, plain_text = ?27, markdown = ?28,
            points = ?29, policy_set = ?30, appeal = ?31, appealed_at = ?32, appeal_answered_at = ?33, writer_key = ?34,
            status_changed_at = iif(status <> ?2, coalesce(?35, status_changed_at), status_changed_at), remote_network = ?36,
            held_by = ?37, hold_reason = ?38, decided_before_hold = ?39
        WHERE nr = ?1
        """);

    // By row number. The decision is kept without the parts that could reveal the text, as in the log.
    public static readonly Sql Empty = new(
        "comment.empty",
        """
        UPDATE comments SET status = 4, present = present_children > 0, by_name = '', status_before = NULL, is_pinned = 0, up_votes = 0,
            down_votes = 0, disfavour = 0.0, purged_at = ?2, version = version + 1, by_kind = 0, by_email = NULL, by_url = NULL,
            by_avatar_url = NULL, by_user_key = NULL, by_author_id = NULL, owner_key = NULL, submission_key = NULL, request_hash = NULL,
            remote_address = NULL, remote_network = NULL, user_agent = NULL, reactions = NULL, findings = ?3,
            status_changed_at = iif(status <> 4, ?2, status_changed_at), appeal = NULL, appealed_at = NULL, appeal_answered_at = NULL,
            held_by = NULL, hold_reason = NULL, decided_before_hold = NULL,
            writer_key = NULL, fingerprints = NULL, html = '', plain_text = '', markdown = ''
        WHERE nr = ?1
        """);

    // By row number.
    public static readonly Sql Delete = new("comment.delete", "DELETE FROM comments WHERE nr = ?1");

    // By the primary key of feedback.
    public static readonly Sql DeleteFeedback = new("comment.delete-feedback", "DELETE FROM feedback WHERE comment_nr = ?1");

    // By the primary key of comment_revisions.
    public static readonly Sql DeleteRevisions = new("comment.delete-revisions", "DELETE FROM comment_revisions WHERE comment_nr = ?1");

    public static readonly Sql RememberPurged = new(
        "comment.remember-purged",
        "INSERT INTO purged_comments (post_nr, comment_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING");

    // By comments_tree: if the first comment after the path, present or not, is not below it, none is.
    public static readonly Sql HasReplies = new(
        "comment.has-replies",
        """
        SELECT EXISTS (SELECT 1 FROM comments INDEXED BY comments_tree WHERE root_nr = ?1 AND present = 0 AND path > ?2 AND path < ?3)
            OR EXISTS (SELECT 1 FROM comments INDEXED BY comments_tree WHERE root_nr = ?1 AND present = 1 AND path > ?2 AND path < ?3)
        """);

    // By row number.
    public static readonly Sql ShiftPresentChildren = new(
        "comment.shift-children",
        """
        UPDATE comments SET present_children = present_children + ?2 WHERE nr = ?1
        RETURNING present_children, status, parent_nr, post_nr, id
        """);

    // By row number.
    public static readonly Sql SetPresent = new("comment.set-present", "UPDATE comments SET present = ?2 WHERE nr = ?1");

    // By row number.
    public static readonly Sql ShiftShownReplies = new(
        "comment.shift-replies", "UPDATE comments SET shown_replies = shown_replies + ?2 WHERE nr = ?1");

    // By row number.
    public static readonly Sql ShiftThread = new(
        "comment.count-thread",
        """
        UPDATE threads SET approved = approved + ?2, pending = pending + ?3, spam = spam + ?4, trashed = trashed + ?5,
            deleted = deleted + ?6, present_roots = present_roots + ?7, open_roots = open_roots + ?8
        WHERE post_nr = ?1
        """);

    // By row number.
    public static readonly Sql ShiftBlog = new(
        "comment.count-blog",
        """
        UPDATE blog_counts SET approved = approved + ?2, pending = pending + ?3, spam = spam + ?4, trashed = trashed + ?5,
            deleted = deleted + ?6
        WHERE blog_nr = ?1
        """);

    // By the primary key of commenters.
    public static readonly Sql ShiftCommenter = new(
        "comment.count-commenter",
        """
        INSERT INTO commenters (blog_nr, history_key, approved, pending, spam, trashed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (blog_nr, history_key) DO UPDATE SET approved = approved + excluded.approved, pending = pending + excluded.pending,
            spam = spam + excluded.spam, trashed = trashed + excluded.trashed
        """);

    // By row number.
    public static readonly Sql ThreadCounts = new(
        "comment.thread-counts",
        "SELECT approved, pending, spam, trashed, deleted FROM threads WHERE post_nr = ?1");

    // By comments_post.
    public static readonly Sql Commenters = new(
        "comment.commenters",
        "SELECT status, by_kind, by_email, by_user_key, by_author_id FROM comments WHERE post_nr = ?1");

    // By the unique index on blogs.id.
    public static readonly Sql CountBlog = new(
        "comment.counts",
        """
        SELECT k.approved, k.pending, k.spam, k.trashed, k.deleted,
            (SELECT count(*) FROM comments c NOT INDEXED WHERE c.nr IN (SELECT f.comment_nr FROM flags f INDEXED BY flags_open
            WHERE f.dismissed_at IS NULL)
                AND c.blog_nr = b.nr AND c.status IN (0, 1))
        FROM blogs b JOIN blog_counts k ON k.blog_nr = b.nr WHERE b.id = ?1
        """);

    public static readonly Sql Log = new(
        "comment.log",
        """
        INSERT INTO moderation_log (comment_id, blog_nr, revision, action, from_status, to_status, actor_key, reason, decided_as, findings,
            decided_at, at, points, policy_set, shadows, operation_id, from_before, from_approved, undoes, record_id, position)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)
        """);

    // By moderation_log_comment.
    public static readonly Sql IsLogged = new(
        "comment.is-logged",
        $"""
        SELECT EXISTS (SELECT 1 FROM moderation_log l WHERE l.comment_id = ?2 AND {RecordIdentity} = ?3
            AND l.action = ?4 AND l.to_status = ?5 AND l.actor_key = ?6 AND l.at = ?7
            AND +l.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1))
        """);

    // By moderation_log_comment, whose entries of one comment stand by position.
    public static readonly Sql ListRecords = new(
        "comment.records",
        $"""
        SELECT {RecordColumns}
        FROM moderation_log l WHERE l.comment_id = ?2 AND +l.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1)
        ORDER BY l.position
        """);

    // By moderation_log_comment.
    public static readonly Sql ListLoggedTexts = new(
        "comment.logged-texts",
        "SELECT position, findings, shadows FROM moderation_log WHERE comment_id = ?1 AND (findings IS NOT NULL OR shadows IS NOT NULL)");

    // By row number.
    public static readonly Sql EraseLoggedTexts = new(
        "comment.erase-logged-texts",
        "UPDATE moderation_log SET findings = ?2, shadows = ?3 WHERE position = ?1");

    // By row number.
    public static readonly Sql Findings = new("comment.findings", "SELECT findings FROM comments WHERE nr = ?1");

    // By row number, then the primary key of flags.
    public static readonly Sql DeleteFlags = new("comment.delete-flags", "DELETE FROM flags WHERE comment_nr = ?1");

    // By the primary key of comment_revisions. A second replacement of one revision (edited back and forth by hand) keeps the first text.
    public static readonly Sql KeepRevision = new(
        "comment.keep-revision",
        """
        INSERT INTO comment_revisions (comment_nr, revision, replaced_at, replaced_by, markdown) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT DO NOTHING
        """);

    // By comments_id, then the primary key of comment_revisions.
    public static readonly Sql ListRevisions = new(
        "comment.revisions",
        """
        SELECT c.id, r.revision, r.markdown, r.replaced_at, r.replaced_by
        FROM comments c JOIN comment_revisions r ON r.comment_nr = c.nr
        WHERE c.id = ?2 AND +c.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1)
        ORDER BY r.revision
        """);

    // Backwards along comments_blog.
    public static readonly Sql List = new(
        "comment.list",
        $"""
        SELECT {Columns}, p.id, p.slug, p.title
        FROM comments c INDEXED BY comments_blog JOIN posts p ON p.nr = c.post_nr
        WHERE c.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND c.status = ?2 AND c.id < ?3
        ORDER BY c.id DESC LIMIT ?4
        """);

    // Along comments_blog.
    public static readonly Sql ListHasPrevious = new(
        "comment.list-previous",
        """
        SELECT EXISTS (SELECT 1 FROM comments c INDEXED BY comments_blog
            WHERE c.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND c.status = ?2 AND c.id >= ?3)
        """);

    // Along comments_id; every comment after the given one is looked at once in a whole run of pages.
    public static readonly Sql ListStale = new(
        "comment.stale",
        $"""
        SELECT {Columns}
        FROM comments c
        WHERE c.id > ?2 AND c.renderer_version <> ?1 AND c.purged_at IS NULL
        ORDER BY c.id LIMIT ?3
        """);

    // By comments_id.
    public static readonly Sql SaveRendering = new(
        "comment.save-rendering",
        """
        UPDATE comments SET html = ?3, plain_text = ?4, renderer_version = ?5
        WHERE id = ?1 AND revision = ?2 AND purged_at IS NULL AND +blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?6)
        RETURNING nr, status
        """);

    // By comments_tree.
    public static readonly Sql CountBranch = new(
        "comment.count-branch",
        """
        SELECT status, count(*) FROM comments INDEXED BY comments_tree
        WHERE root_nr = ?1 AND present IN (0, 1) AND path >= ?2 AND path < ?3
        GROUP BY status
        """);

    // By comments_tree. The operator || on two blobs gives a text of the same bytes, hence the cast; substr of an empty blob gives NULL,
    // hence coalesce.
    public static readonly Sql MoveBranch = new(
        "comment.move-branch",
        """
        UPDATE comments SET post_nr = ?4, root_nr = ?5, depth = depth + ?6, path = CAST(?7 || coalesce(substr(path, ?8), x'') AS BLOB),
            version = version + 1
        WHERE root_nr = ?1 AND present IN (0, 1) AND path >= ?2 AND path < ?3
        """);

    // By row number.
    public static readonly Sql SetParent = new(
        "comment.set-parent", "UPDATE comments SET parent_nr = ?2, shown_replies = ?3 WHERE nr = ?1");

    // By comments_post.
    public static readonly Sql SomeRoots = new(
        "comment.some-roots", "SELECT nr FROM comments WHERE post_nr = ?1 AND parent_nr IS NULL LIMIT ?2");

    // By comments_tree.
    public static readonly Sql CountBelowRoot = new("comment.count-below-root", "SELECT count(*) FROM comments WHERE root_nr = ?1");

    // By comments_tree.
    public static readonly Sql BranchesOf = new(
        "comment.branches",
        """
        SELECT c.status, c.parent_nr IS NULL AND c.present = 1
        FROM json_each(?1) r JOIN comments c INDEXED BY comments_tree ON c.root_nr = r.value
        """);

    // By row number.
    public static readonly Sql LogMerge = new(
        "comment.log-merge",
        """
        INSERT INTO moderation_log (comment_id, blog_nr, revision, action, from_status, to_status, actor_key, at, record_id)
        SELECT c.id, c.blog_nr, c.revision, ?2, c.status, c.status, ?3, ?4,
            unhex(?5 || '7' || substr(hex(randomblob(2)), 2) || '8' || substr(hex(randomblob(8)), 2))
        FROM comments c WHERE c.nr IN (SELECT value FROM json_each(?1))
        """);

    // By comments_tree.
    public static readonly Sql MoveRoots = new(
        "comment.move-roots",
        "UPDATE comments SET post_nr = ?2, version = version + 1 WHERE root_nr IN (SELECT value FROM json_each(?1))");

    // By the primary key of purged_comments.
    public static readonly Sql MovePurged = new("comment.move-purged", "UPDATE purged_comments SET post_nr = ?2 WHERE post_nr = ?1");
}
