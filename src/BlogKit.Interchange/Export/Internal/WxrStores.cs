using BlogKit.Storage;

namespace BlogKit.Interchange.Internal;

/// <summary>The roles of a store that an export reads.</summary>
internal sealed record WxrStores(
    IAuthorStore Authors,
    ITaxonomyStore Taxonomy,
    IPostStore Posts,
    ITransferStore Transfer,
    IModerationStore Moderation,
    ICommentStore Comments);
