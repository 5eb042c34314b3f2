namespace BlogKit;

/// <summary>The schema. Tables refer to each other by row number (<c>nr</c>): a third of the size of an identity in every index.</summary>
internal static class SchemaSql
{
    // Texts are the last columns of a row, or in a table of their own, so that the columns before them are read without the pages of the
    // texts. comments.path: the identities from below the root down to the comment; empty for a root. Its order is the reading order.
    // comments.present: 1 = approved, or has a present reply. comments.disfavour: the negative Wilson score, so that the best comes first
    // in ascending order.
    public const string Tables =
        """
        CREATE TABLE blogs (
            nr INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE,
            blog_key TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            description TEXT NOT NULL,
            language TEXT NOT NULL,
            base_url TEXT,
            comment_mode INTEGER NOT NULL,
            close_after_days INTEGER,
            close_after_count INTEGER,
            reactions TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            version INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE blog_counts (
            blog_nr INTEGER PRIMARY KEY REFERENCES blogs (nr),
            approved INTEGER NOT NULL DEFAULT 0,
            pending INTEGER NOT NULL DEFAULT 0,
            spam INTEGER NOT NULL DEFAULT 0,
            trashed INTEGER NOT NULL DEFAULT 0,
            deleted INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        CREATE TABLE authors (
            nr INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE,
            blog_nr INTEGER NOT NULL REFERENCES blogs (nr),
            slug TEXT NOT NULL,
            display_name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            email TEXT,
            email_key TEXT,
            user_key TEXT,
            credentials TEXT,
            avatar_url TEXT,
            links TEXT,
            roles INTEGER NOT NULL,
            renderer_version INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            version INTEGER NOT NULL,
            bio_markdown TEXT NOT NULL,
            bio_html TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX authors_slug ON authors (blog_nr, slug);
        CREATE UNIQUE INDEX authors_user ON authors (blog_nr, user_key) WHERE user_key IS NOT NULL;
        CREATE INDEX authors_name ON authors (blog_nr, name_key);
        CREATE INDEX authors_email ON authors (blog_nr, email_key) WHERE email_key IS NOT NULL;

        CREATE TABLE categories (
            nr INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE,
            blog_nr INTEGER NOT NULL REFERENCES blogs (nr),
            parent_id BLOB REFERENCES categories (id),
            name TEXT NOT NULL,
            slug TEXT NOT NULL,
            description TEXT NOT NULL,
            version INTEGER NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX categories_slug ON categories (blog_nr, slug);
        CREATE INDEX categories_parent ON categories (parent_id) WHERE parent_id IS NOT NULL;

        CREATE TABLE series (
            nr INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE,
            blog_nr INTEGER NOT NULL REFERENCES blogs (nr),
            name TEXT NOT NULL,
            slug TEXT NOT NULL,
            description TEXT NOT NULL,
            version INTEGER NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX series_slug ON series (blog_nr, slug);

        CREATE TABLE footer_blocks (
            nr INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE,
            blog_nr INTEGER NOT NULL REFERENCES blogs (nr),
            name TEXT NOT NULL,
            kind INTEGER NOT NULL,
            scope INTEGER NOT NULL,
            author_id BLOB,
            position INTEGER NOT NULL,
            renderer_version INTEGER NOT NULL,
            version INTEGER NOT NULL,
            markdown TEXT NOT NULL,
            html TEXT NOT NULL
        ) STRICT;
        CREATE INDEX footer_blocks_order ON footer_blocks (blog_nr, position, id);

        CREATE TABLE posts (
            nr INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE,
            blog_nr INTEGER NOT NULL REFERENCES blogs (nr),
            kind INTEGER NOT NULL,
            status INTEGER NOT NULL,
            visibility INTEGER NOT NULL,
            published_at INTEGER,
            slug TEXT NOT NULL,
            title TEXT NOT NULL,
            comment_mode INTEGER,
            close_after_days INTEGER,
            close_after_count INTEGER,
            author_ids BLOB NOT NULL,
            category_ids BLOB NOT NULL,
            footer_block_ids BLOB NOT NULL,
            series_id BLOB,
            series_position INTEGER NOT NULL,
            parent_id BLOB,
            word_count INTEGER NOT NULL,
            renderer_version INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            version INTEGER NOT NULL,
            password_hash TEXT,
            tags TEXT,
            featured_image TEXT,
            seo TEXT,
            excerpt TEXT,
            excerpt_text TEXT NOT NULL,
            excerpt_html TEXT NOT NULL
        ) STRICT;
        CREATE INDEX posts_desk ON posts (blog_nr, updated_at, id);
        CREATE INDEX posts_desk_status ON posts (blog_nr, status, updated_at, id);
        CREATE INDEX posts_series ON posts (series_id, series_position, published_at, id) WHERE series_id IS NOT NULL;

        CREATE TABLE post_texts (
            post_nr INTEGER PRIMARY KEY REFERENCES posts (nr),
            headings TEXT,
            markdown TEXT NOT NULL,
            html TEXT NOT NULL,
            plain_text TEXT NOT NULL
        ) STRICT;

        CREATE TABLE post_slugs (
            blog_nr INTEGER NOT NULL,
            slug TEXT NOT NULL,
            post_nr INTEGER NOT NULL REFERENCES posts (nr),
            is_current INTEGER NOT NULL,
            PRIMARY KEY (blog_nr, slug)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX post_slugs_post ON post_slugs (post_nr);

        CREATE TABLE post_lists (
            blog_nr INTEGER NOT NULL,
            post_kind INTEGER NOT NULL,
            list_kind INTEGER NOT NULL,
            list_key BLOB NOT NULL,
            published_at INTEGER NOT NULL,
            post_id BLOB NOT NULL,
            post_nr INTEGER NOT NULL REFERENCES posts (nr),
            tag_name TEXT,
            PRIMARY KEY (blog_nr, post_kind, list_kind, list_key, published_at, post_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX post_lists_post ON post_lists (post_nr);

        CREATE TABLE post_revisions (
            nr INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE,
            post_nr INTEGER NOT NULL REFERENCES posts (nr),
            post_version INTEGER NOT NULL,
            title TEXT NOT NULL,
            saved_by TEXT NOT NULL,
            saved_at INTEGER NOT NULL,
            note TEXT,
            excerpt TEXT,
            markdown TEXT NOT NULL
        ) STRICT;
        CREATE INDEX post_revisions_post ON post_revisions (post_nr, post_version, id);

        CREATE TABLE threads (
            post_nr INTEGER PRIMARY KEY REFERENCES posts (nr),
            approved INTEGER NOT NULL DEFAULT 0,
            pending INTEGER NOT NULL DEFAULT 0,
            spam INTEGER NOT NULL DEFAULT 0,
            trashed INTEGER NOT NULL DEFAULT 0,
            deleted INTEGER NOT NULL DEFAULT 0,
            present_roots INTEGER NOT NULL DEFAULT 0,
            is_ranked INTEGER NOT NULL DEFAULT 0,
            open_first BLOB NOT NULL DEFAULT x'',
            open_roots INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        CREATE TABLE root_ranks (
            post_nr INTEGER NOT NULL REFERENCES threads (post_nr),
            level INTEGER NOT NULL,
            first_id BLOB NOT NULL,
            roots INTEGER NOT NULL,
            PRIMARY KEY (post_nr, level, first_id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE comments (
            nr INTEGER PRIMARY KEY,
            id BLOB NOT NULL,
            blog_nr INTEGER NOT NULL REFERENCES blogs (nr),
            post_nr INTEGER NOT NULL REFERENCES posts (nr),
            parent_nr INTEGER,
            root_nr INTEGER NOT NULL,
            depth INTEGER NOT NULL,
            status INTEGER NOT NULL,
            present INTEGER NOT NULL,
            present_children INTEGER NOT NULL,
            shown_replies INTEGER NOT NULL,
            by_name TEXT NOT NULL,
            status_before INTEGER,
            kind INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            approved_revision INTEGER,
            renderer_version INTEGER NOT NULL,
            is_pinned INTEGER NOT NULL,
            up_votes INTEGER NOT NULL,
            down_votes INTEGER NOT NULL,
            disfavour REAL NOT NULL,
            created_at INTEGER NOT NULL,
            edited_at INTEGER,
            purged_at INTEGER,
            version INTEGER NOT NULL,
            by_kind INTEGER NOT NULL,
            by_email TEXT,
            by_url TEXT,
            by_avatar_url TEXT,
            by_user_key TEXT,
            by_author_id BLOB,
            owner_key TEXT,
            submission_key TEXT,
            request_hash TEXT,
            decided_as INTEGER NOT NULL,
            decided_at INTEGER NOT NULL,
            remote_address TEXT,
            user_agent TEXT,
            path BLOB NOT NULL,
            reactions TEXT,
            findings TEXT,
            html TEXT NOT NULL,
            plain_text TEXT NOT NULL,
            markdown TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX comments_id ON comments (id);
        CREATE UNIQUE INDEX comments_submission ON comments (submission_key) WHERE submission_key IS NOT NULL;
        CREATE INDEX comments_tree ON comments (root_nr, present, path);
        CREATE INDEX comments_roots ON comments (post_nr, id) WHERE parent_nr IS NULL AND present = 1;
        CREATE INDEX comments_best ON comments (post_nr, disfavour, id) WHERE parent_nr IS NULL AND present = 1;
        CREATE INDEX comments_pinned ON comments (post_nr, id) WHERE is_pinned = 1;
        CREATE INDEX comments_blog ON comments (blog_nr, status, id);
        CREATE INDEX comments_post ON comments (post_nr, status, id, by_name);
        CREATE INDEX comments_held ON comments (post_nr, owner_key, id) WHERE status = 0 AND owner_key IS NOT NULL;

        CREATE TABLE commenters (
            blog_nr INTEGER NOT NULL,
            history_key TEXT NOT NULL,
            approved INTEGER NOT NULL,
            pending INTEGER NOT NULL,
            spam INTEGER NOT NULL,
            trashed INTEGER NOT NULL,
            PRIMARY KEY (blog_nr, history_key)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE comment_revisions (
            comment_nr INTEGER NOT NULL REFERENCES comments (nr),
            revision INTEGER NOT NULL,
            replaced_at INTEGER NOT NULL,
            replaced_by TEXT NOT NULL,
            markdown TEXT NOT NULL,
            PRIMARY KEY (comment_nr, revision)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE feedback (
            comment_nr INTEGER NOT NULL REFERENCES comments (nr),
            voter_key TEXT NOT NULL,
            vote INTEGER NOT NULL,
            reaction TEXT,
            PRIMARY KEY (comment_nr, voter_key)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE moderation_log (
            comment_id BLOB NOT NULL,
            seq INTEGER NOT NULL,
            blog_nr INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            action INTEGER NOT NULL,
            from_status INTEGER,
            to_status INTEGER NOT NULL,
            actor_key TEXT NOT NULL,
            reason TEXT,
            decided_as INTEGER,
            findings TEXT,
            decided_at INTEGER,
            at INTEGER NOT NULL,
            PRIMARY KEY (comment_id, seq)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE purged_comments (
            post_nr INTEGER NOT NULL REFERENCES posts (nr),
            comment_id BLOB NOT NULL,
            PRIMARY KEY (post_nr, comment_id)
        ) STRICT, WITHOUT ROWID;
        """;

    // The index is contentless, because the texts are in their tables already. The text is folded and divided into words by SearchWords
    // before, so that one place decides what a word is for indexing, searching and highlighting; the tokenizer "ascii" only splits at the
    // spaces. A commit that touches the index costs as much as all other rows of a comment together, so new comments are listed in
    // search_pending and indexed by the dozen, or before the next search.
    public const string Search =
        """
        CREATE TABLE search_pending (comment_nr INTEGER PRIMARY KEY) STRICT;
        CREATE VIRTUAL TABLE search USING fts5 (title, body, content='', contentless_delete=1, tokenize='ascii');
        """;

    // moderation_log.position: AUTOINCREMENT, because a number must not be used again when the newest record was deleted with its post. The
    // writes of one file are serialised, so positions grow in the order of commits. The log is copied so that the records of a comment keep
    // their order. comments.writer_key: Commenter.HistoryKey. comments.fingerprints: the values of the comment in the table fingerprints,
    // as JSON, by which its rows there are found and deleted.
    public const string ModerationTables =
        """
        ALTER TABLE blogs ADD COLUMN sensitivity INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE posts ADD COLUMN sensitivity INTEGER;
        ALTER TABLE comments ADD COLUMN status_changed_at INTEGER;
        ALTER TABLE comments ADD COLUMN points REAL NOT NULL DEFAULT 0.0;
        ALTER TABLE comments ADD COLUMN policy_set TEXT;
        ALTER TABLE comments ADD COLUMN writer_key TEXT;
        ALTER TABLE comments ADD COLUMN appealed_at INTEGER;
        ALTER TABLE comments ADD COLUMN appeal_answered_at INTEGER;
        ALTER TABLE comments ADD COLUMN appeal TEXT;
        ALTER TABLE comments ADD COLUMN fingerprints TEXT;

        CREATE TABLE positioned_log (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            comment_id BLOB NOT NULL,
            blog_nr INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            action INTEGER NOT NULL,
            from_status INTEGER,
            to_status INTEGER NOT NULL,
            at INTEGER NOT NULL,
            from_before INTEGER,
            from_approved INTEGER,
            undoes INTEGER,
            operation_id BLOB,
            decided_as INTEGER,
            decided_at INTEGER,
            points REAL,
            policy_set TEXT,
            actor_key TEXT NOT NULL,
            reason TEXT,
            findings TEXT,
            shadows TEXT
        ) STRICT;
        INSERT INTO positioned_log (comment_id, blog_nr, revision, action, from_status, to_status, at, decided_as, decided_at, actor_key,
            reason, findings)
        SELECT comment_id, blog_nr, revision, action, from_status, to_status, at, decided_as, decided_at, actor_key, reason, findings
        FROM moderation_log
        ORDER BY max(at) OVER (PARTITION BY comment_id ORDER BY seq), comment_id, seq;
        DROP TABLE moderation_log;
        ALTER TABLE positioned_log RENAME TO moderation_log;
        CREATE INDEX moderation_log_comment ON moderation_log (comment_id);
        CREATE INDEX moderation_log_blog ON moderation_log (blog_nr);
        CREATE INDEX moderation_log_operation ON moderation_log (operation_id) WHERE operation_id IS NOT NULL;

        CREATE TABLE fingerprints (
            blog_nr INTEGER NOT NULL,
            value INTEGER NOT NULL,
            comment_id BLOB NOT NULL,
            PRIMARY KEY (blog_nr, value, comment_id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE flags (
            comment_nr INTEGER NOT NULL REFERENCES comments (nr),
            flagger_key TEXT NOT NULL,
            kind INTEGER NOT NULL,
            weight REAL NOT NULL,
            at INTEGER NOT NULL,
            dismissed_at INTEGER,
            note TEXT,
            PRIMARY KEY (comment_nr, flagger_key)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE bans (
            blog_nr INTEGER NOT NULL REFERENCES blogs (nr),
            ban_key TEXT NOT NULL,
            at INTEGER NOT NULL,
            until INTEGER,
            lifted_at INTEGER,
            actor_key TEXT NOT NULL,
            lifted_by TEXT,
            reason TEXT,
            PRIMARY KEY (blog_nr, ban_key, at)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX bans_list ON bans (blog_nr, at DESC, ban_key);
        CREATE INDEX bans_unlifted ON bans (blog_nr, ban_key, at) WHERE lifted_at IS NULL;

        CREATE TABLE learned_models (
            model_key TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL,
            position INTEGER NOT NULL,
            saved_at INTEGER NOT NULL,
            state BLOB NOT NULL
        ) STRICT;

        UPDATE comments SET writer_key = CASE by_kind
            WHEN 2 THEN 'author:' || coalesce(lower(hex(by_author_id)), '')
            WHEN 1 THEN 'user:' || coalesce(by_user_key, '')
            ELSE 'email:' || lower(by_email) END
        WHERE purged_at IS NULL AND (by_kind <> 0 OR by_email <> '');
        UPDATE comments SET status_changed_at = (SELECT l.at FROM moderation_log l WHERE l.comment_id = comments.id
            AND l.from_status <> l.to_status
            ORDER BY l.position DESC LIMIT 1);
        """;

    // Created after the rows were filled. Indexes on values that few comments have are partial, because intake pays for every entry.
    public const string ModerationIndexes =
        """
        CREATE INDEX comments_address ON comments (blog_nr, remote_address, created_at) WHERE remote_address IS NOT NULL;
        CREATE INDEX comments_writer ON comments (blog_nr, writer_key, created_at) WHERE writer_key IS NOT NULL;
        CREATE INDEX comments_post_time ON comments (post_nr, purged_at, created_at);
        CREATE INDEX comments_blog_time ON comments (blog_nr, purged_at, created_at);
        CREATE INDEX comments_points ON comments (blog_nr, status, points, id) WHERE status IN (0, 2);
        CREATE INDEX comments_removed ON comments (blog_nr, status, coalesce(status_changed_at, created_at), id) WHERE status >= 2 AND purged_at IS NULL;
        CREATE INDEX comments_appeals ON comments (blog_nr, id) WHERE appealed_at IS NOT NULL AND appeal_answered_at IS NULL;
        """;

    // posts.status_before: the stage of an archived post before it was archived; NULL for all others, and for posts archived before this
    // column.
    public const string PostStatusBefore = "ALTER TABLE posts ADD COLUMN status_before INTEGER;";

    // autosaves.post_nr: 0 for a post that does not exist yet, because a unique index does not compare NULLs. The texts are the last
    // columns, so the rest is read without them.
    public const string AutosaveTable =
        """
        CREATE TABLE autosaves (
            blog_nr INTEGER NOT NULL REFERENCES blogs (nr),
            owner_key TEXT NOT NULL,
            post_nr INTEGER NOT NULL,
            base_version INTEGER NOT NULL,
            saved_at INTEGER NOT NULL,
            title TEXT NOT NULL,
            fields TEXT NOT NULL,
            markdown TEXT NOT NULL,
            UNIQUE (blog_nr, owner_key, post_nr)
        ) STRICT;
        CREATE INDEX autosaves_post ON autosaves (post_nr);
        CREATE INDEX autosaves_age ON autosaves (saved_at);
        """;

    public const string BlogTimeZone = "ALTER TABLE blogs ADD COLUMN time_zone TEXT NOT NULL DEFAULT 'UTC'";

    // network: the guest's network as a keyed hash. All guests of one network have one vote, reaction and flag together on a comment. NULL
    // for older rows and for signed-in users.
    public const string GuestNetworks =
        """
        ALTER TABLE feedback ADD COLUMN network TEXT;
        CREATE UNIQUE INDEX feedback_network ON feedback (comment_nr, network) WHERE network IS NOT NULL;
        ALTER TABLE flags ADD COLUMN network TEXT;
        CREATE UNIQUE INDEX flags_network ON flags (comment_nr, network) WHERE network IS NOT NULL;
        CREATE INDEX flags_open ON flags (comment_nr) WHERE dismissed_at IS NULL;
        ALTER TABLE comments ADD COLUMN remote_network TEXT;
        """;

    // Created after the rows were filled. Most networks are the address itself: remote_network is filled only for those that are not.
    public const string NetworkIndex =
        """
        DROP INDEX comments_address;
        CREATE INDEX comments_network ON comments (blog_nr, coalesce(remote_network, remote_address), created_at)
            WHERE coalesce(remote_network, remote_address) IS NOT NULL;
        """;

    // The display names that users chose to whom the application gives no name that may be shown.
    public const string DisplayNameTable =
        """
        CREATE TABLE display_names (
            blog_nr INTEGER NOT NULL REFERENCES blogs (nr),
            user_key TEXT NOT NULL,
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            chosen_at INTEGER NOT NULL,
            PRIMARY KEY (blog_nr, user_key)
        ) STRICT, WITHOUT ROWID;
        """;

    // posts.content_updated_at: when title, text or excerpt last changed. For an existing post this is the time of its newest revision,
    // because each such change made a revision; without a revision, the last change of anything.
    public const string PostContentTime =
        """
        ALTER TABLE posts ADD COLUMN content_updated_at INTEGER NOT NULL DEFAULT 0;
        UPDATE posts SET content_updated_at = coalesce((SELECT max(r.saved_at) FROM post_revisions r WHERE r.post_nr = posts.nr),
            updated_at);
        """;

    // Who put a comment back to wait, why, and the decision before; NULL for comments that nobody put back.
    public const string CommentHolds =
        """
        ALTER TABLE comments ADD COLUMN held_by INTEGER;
        ALTER TABLE comments ADD COLUMN decided_before_hold INTEGER;
        ALTER TABLE comments ADD COLUMN hold_reason TEXT;
        """;

    // The change feed. nr: the blog's row number and, in the lower 40 bits, the position, which counts from 1 in each blog without a gap.
    // The newest row of a blog is never deleted, so the next number is always the greatest plus 1. The feed of a blog that is older than
    // it begins at 2: whoever asks from the first is told that changes are missing.
    public const string ChangeTable =
        """
        CREATE TABLE blog_changes (
            nr INTEGER PRIMARY KEY,
            kind INTEGER NOT NULL,
            at INTEGER NOT NULL,
            post_id BLOB,
            comment_id BLOB
        ) STRICT;
        INSERT INTO blog_changes (nr, kind, at) SELECT (nr << 40) + 2, 0, updated_at FROM blogs;
        """;

    // moderation_log.record_id: the identity of the record, by which a change that is sent again is recognised among the records of its
    // comment, so that no index is needed. Records of before have none: it is made when they are read (CommentSql.RecordIdentity), because
    // writing it would need as much memory as the log is large. The trigger stops a host with a package of before, which asked for the
    // version when it started, and would go on writing without rows in the change feed.
    public const string RecordIds =
        """
        ALTER TABLE moderation_log ADD COLUMN record_id BLOB;
        CREATE TRIGGER moderation_log_identity BEFORE INSERT ON moderation_log WHEN NEW.record_id IS NULL
        BEGIN
            SELECT RAISE(ABORT, 'A newer BlogKit.Sqlite brought this file forward to schema 14. Stop this host and update the package.');
        END;
        """;
}
