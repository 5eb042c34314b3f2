namespace BlogKit.Internal;

/// <summary>Tells whoever forgot to choose a store what to do.</summary>
internal static class MissingStore
{
    public const string Message =
        "BlogKit has no store. Choose one after AddBlogKit: .UseSqlite(\"Data Source=blog.db\") from the package BlogKit.Sqlite, "
        + "or .UseInMemory() to lose everything when the process ends.";
}
