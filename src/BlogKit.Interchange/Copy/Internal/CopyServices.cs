using BlogKit.Storage;

namespace BlogKit.Interchange.Internal;

/// <summary>The parts of BlogKit that a copy works with.</summary>
internal sealed record CopyServices(
    ITransferStore Transfers,
    IPostStore Posts,
    ICommentStore Comments,
    IAuthorStore Authors,
    IFooterStore Footers,
    IMediaStore? Media,
    TransferRendering Rendering,
    RenderingRefresh Refresh,
    BlogChanges Changes,
    TimeProvider Clock);
