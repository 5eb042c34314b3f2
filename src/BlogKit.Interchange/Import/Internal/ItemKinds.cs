namespace BlogKit.Interchange.Internal;

/// <summary>The names of the kinds of items, as reports and identities have them. They never change.</summary>
internal static class ItemKinds
{
    public const string Author = "author";
    public const string Category = "category";
    public const string Tag = "tag";
    public const string Media = "media";
    public const string Post = "post";
    public const string Page = "page";
    public const string Thread = "thread";
    public const string Comment = "comment";

    /// <summary>The name of an item's kind in reports.</summary>
    public static string Of(ImportItem item) => item switch
    {
        ImportedAuthor => Author,
        ImportedCategory => Category,
        ImportedTag => Tag,
        ImportedMedia => Media,
        ImportedPost { Kind: PostKind.Page } => Page,
        ImportedPost => Post,
        ImportedThread => Thread,
        ImportedComment => Comment,
        UnusableItem unusable => unusable.Kind,
        _ => item.GetType().Name,
    };

    /// <summary>The name of an item's kind in identities: posts and pages have one, and threads are found as posts are.</summary>
    public static string IdentityOf(ImportItem item) => item is ImportedPost or ImportedThread ? Post : Of(item);

    /// <summary>The title or name by which people know an item.</summary>
    public static string LabelOf(ImportItem item) => Texts.Start(item switch
    {
        ImportedAuthor author => author.DisplayName,
        ImportedCategory category => category.Name,
        ImportedTag tag => tag.Name,
        ImportedMedia media => media.Title.Length > 0 ? media.Title : media.Address,
        ImportedPost post => post.Title,
        ImportedThread thread => thread.Title,
        ImportedComment comment => comment.Name,
        _ => "",
    });
}
