using BlogKit.Storage;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// Items with the rendering that is stored here. What a text is rendered to may follow from what else is there, so that an item which was
/// written before may be rendered in another way now and is the same all the same.
/// </summary>
internal sealed class StoredRenderings(CopyServices services, BlogId blogId, CancellationToken cancellationToken)
{
    /// <summary>Returns the item with the rendering that is stored under its identity; null where none is.</summary>
    public async Task<TransferItem?> FindAsync(TransferItem item)
    {
        switch (item)
        {
            case TransferredPost { Post: var post }:
                var storedPost = await services.Posts.FindAsync(blogId, post.Id, cancellationToken).ConfigureAwait(false);
                return storedPost is null
                    ? null
                    : new TransferredPost(post with { Rendered = storedPost.Rendered, RendererVersion = storedPost.RendererVersion });
            case TransferredComment comment:
                var stored = await services.Comments.FindAsync(blogId, comment.Comment.Id, cancellationToken).ConfigureAwait(false);
                return stored is null
                    ? null
                    : comment with
                    {
                        Comment = comment.Comment with
                        {
                            Html = stored.Html,
                            PlainText = stored.PlainText,
                            RendererVersion = stored.RendererVersion,
                        },
                    };
            case TransferredAuthor { Author: var author }:
                var authors = await services.Authors.FindManyAsync(blogId, [author.Id], cancellationToken).ConfigureAwait(false);
                return authors is not [var there]
                    ? null
                    : new TransferredAuthor(author with { BioHtml = there.BioHtml, RendererVersion = there.RendererVersion });
            case TransferredFooterBlock { Block: var block }:
                var blocks = await services.Footers.ListAllAsync(blogId, cancellationToken).ConfigureAwait(false);
                return blocks.FirstOrDefault(b => b.Id == block.Id) is not { } kept
                    ? null
                    : new TransferredFooterBlock(block with { Html = kept.Html, RendererVersion = kept.RendererVersion });
            default:
                return null;
        }
    }
}
