namespace BlogKit.CommandLine;

/// <summary>One command's view of one blog: the services, who acts, and where output goes.</summary>
internal sealed record BlogSession(BlogHost Host, Blog Blog, Actor Actor, Terminal Terminal)
{
    /// <summary>The post with that slug, as far as the actor may open it; says so when the slug is a former one.</summary>
    public async Task<Result<Post>> FindPostAsync(Slug slug, CancellationToken cancellationToken)
    {
        var found = await Host.Posts.GetBySlugAsync(Blog.Id, slug, Actor, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Errors;
        }

        var post = found.Value.Post;
        if (post.Visibility is PostVisibility.Password && !MayEdit(post))
        {
            return CommandErrors.PasswordProtected;
        }

        if (!found.Value.IsCurrent)
        {
            Terminal.Note($"The post is now at {post.Slug}.");
        }

        return post;
    }

    private bool MayEdit(Post post) => Actor.CanEditOthers || (Actor.AuthorId is { } self && post.AuthorIds.Contains(self));
}
