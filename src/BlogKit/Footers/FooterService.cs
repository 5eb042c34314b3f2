using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>
/// Reads and changes footer blocks, the texts shown under many posts. Changing them needs an editor or administrator. Safe for concurrent
/// use.
/// </summary>
public sealed class FooterService
{
    private const int MaximumNameLength = 200;
    private const int MaximumLength = 20_000;

    private readonly IBlogStore _blogs;
    private readonly IFooterStore _footers;
    private readonly IAuthorStore _authors;
    private readonly IMarkdownRenderer _renderer;
    private readonly IIdGenerator _ids;
    private readonly BlogChanges _changes;

    internal FooterService(
        IBlogStore blogs, IFooterStore footers, IAuthorStore authors, IMarkdownRenderer renderer, IIdGenerator ids, BlogChanges changes)
    {
        _blogs = blogs;
        _footers = footers;
        _authors = authors;
        _renderer = renderer;
        _ids = ids;
        _changes = changes;
    }

    /// <summary>
    /// Returns the blocks of a post in the order they are shown: its own as it names them, its authors', then the blog's. One command.
    /// </summary>
    public async Task<ImmutableArray<FooterBlock>> ListAllForPostAsync(Post post, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        var all = await _footers.ListAllAsync(post.BlogId, cancellationToken).ConfigureAwait(false);
        var own = post.FooterBlockIds.Select(id => all.FirstOrDefault(b => b.Id == id)).OfType<FooterBlock>();
        var authors = all.Where(b => b.Scope is FooterBlockScope.Author && b.AuthorId is { } author && post.AuthorIds.Contains(author));
        return [.. own.Concat(authors).Concat(all.Where(static b => b.Scope is FooterBlockScope.Blog)).DistinctBy(static b => b.Id)];
    }

    /// <summary>Returns every block of the blog.</summary>
    public Task<ImmutableArray<FooterBlock>> ListAllAsync(BlogId blogId, CancellationToken cancellationToken = default) =>
        _footers.ListAllAsync(blogId, cancellationToken);

    /// <summary>Creates a block.</summary>
    public Task<Result<FooterBlock>> CreateAsync(NewFooterBlock input, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return SaveAsync(
            new FooterBlock
            {
                Id = new FooterBlockId(_ids.Next()),
                BlogId = input.BlogId,
                Name = input.Name,
                Kind = input.Kind,
                Scope = input.Scope,
                AuthorId = input.AuthorId,
                Position = input.Position,
                Markdown = input.Markdown,
                Html = "",
                RendererVersion = 0,
            },
            actor,
            cancellationToken);
    }

    /// <summary>
    /// Saves a changed block; <see cref="FooterBlock.Version"/> says what the change is based on. Its HTML is made again.
    /// </summary>
    public async Task<Result<FooterBlock>> UpdateAsync(FooterBlock block, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(block);
        if (Forbids(actor, block.BlogId) is { } refusal)
        {
            return refusal;
        }

        var all = await _footers.ListAllAsync(block.BlogId, cancellationToken).ConfigureAwait(false);
        return all.Any(b => b.Id == block.Id)
            ? await SaveAsync(block, actor, cancellationToken).ConfigureAwait(false)
            : Errors.FooterBlockNotFound;
    }

    /// <summary>Deletes a block, from every post that shows it.</summary>
    public async Task<Result> DeleteAsync(
        BlogId blogId, FooterBlockId id, Actor actor, long version, CancellationToken cancellationToken = default)
    {
        if (Forbids(actor, blogId) is { } refusal)
        {
            return refusal;
        }

        var outcome = await _footers.DeleteAsync(blogId, id, version, cancellationToken)
            .AnnounceAsync(_changes, new BlogChange(blogId, BlogChangeKind.Footers)).ConfigureAwait(false);
        return outcome switch
        {
            SaveOutcome.Saved => Result.Success,
            SaveOutcome.Missing => Errors.FooterBlockNotFound,
            _ => Errors.Changed("footer block"),
        };
    }

    // A block stands on pages beside texts and other blocks: its anchors are its own.
    internal FooterBlock Render(FooterBlock block, string? language) => block with
    {
        Html = _renderer.RenderPost(block.Markdown, new PostRendering { Language = language, AnchorPrefix = $"block-{block.Id}-" }).Html,
        RendererVersion = _renderer.Version,
    };

    private static BlogError? Forbids(Actor actor, BlogId blogId)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.ForBlog(blogId).CanEditOthers ? null : Errors.NotAllowed("You may not change footer blocks.");
    }

    private async Task<Result<FooterBlock>> SaveAsync(FooterBlock block, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(block);
        if (Forbids(actor, block.BlogId) is { } refusal)
        {
            return refusal;
        }

        var errors = new InputErrors();
        errors.Name(block.Name, MaximumNameLength, nameof(FooterBlock.Name));
        errors.RequiredText(block.Markdown, MaximumLength, nameof(FooterBlock.Markdown));
        if (block.Scope is FooterBlockScope.Author != block.AuthorId is not null)
        {
            errors.Add(ErrorCodes.Required, nameof(FooterBlock.AuthorId), "{field} is required for a block of an author, and only there.");
        }

        errors.Defined(block.Kind, nameof(FooterBlock.Kind));
        errors.Defined(block.Scope, nameof(FooterBlock.Scope));
        if (!errors.Any && block.AuthorId is { } authorId
            && (await _authors.FindManyAsync(block.BlogId, [authorId], cancellationToken).ConfigureAwait(false)).IsEmpty)
        {
            errors.Add(ErrorCodes.AuthorNotFound, nameof(FooterBlock.AuthorId), "{field} is not an author of this blog.");
        }

        if (errors.Any)
        {
            return errors.ToImmutable();
        }

        var blog = await _blogs.FindAsync(block.BlogId, cancellationToken).ConfigureAwait(false);
        block = Render(block with { Name = block.Name.Trim() }, blog?.Language);
        return await _footers.SaveAsync(block, cancellationToken).AnnounceAsync(
            _changes, new BlogChange(block.BlogId, BlogChangeKind.Footers)).ConfigureAwait(false) switch
        {
            SaveOutcome.Saved => block with { Version = block.Version + 1 },
            SaveOutcome.Missing => block.Version == 0 ? Errors.BlogNotFound : Errors.FooterBlockNotFound,
            _ => Errors.Changed("footer block"),
        };
    }
}
