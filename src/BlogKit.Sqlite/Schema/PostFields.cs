namespace BlogKit;

/// <summary>What imports and editors need to know of a post beside its text.</summary>
internal static class PostFields
{
    // format: 0 for Markdown, which every text of before is. fields: a list in JSON, and the last column, because it is
    // long where it is not NULL: what is read of a row in a list stands before.
    public const string Columns =
        """
        ALTER TABLE posts ADD COLUMN is_pinned INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE posts ADD COLUMN format INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE post_revisions ADD COLUMN format INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE posts ADD COLUMN feed_id TEXT;
        ALTER TABLE posts ADD COLUMN fields TEXT;
        """;
}
