namespace BlogKit.AspNetCore;

/// <summary>The viewer of a page, as the page may know them: their name and what they may do in this blog. Immutable.</summary>
public sealed record PageViewer
{
    /// <summary>A viewer who is not known.</summary>
    public static PageViewer Anonymous { get; } = new();

    /// <summary>The kind of actor they are to the blog.</summary>
    public ActorKind Kind { get; init; }

    /// <summary>The name shown; null for guests and for nobody known.</summary>
    public string? Name { get; init; }

    /// <summary>The author; null unless <see cref="Kind"/> is <see cref="ActorKind.Author"/>.</summary>
    public AuthorId? AuthorId { get; init; }

    /// <summary>The picture; null for none.</summary>
    public Uri? AvatarUrl { get; init; }

    /// <summary>Whether they may moderate comments here.</summary>
    public bool CanModerate { get; init; }

    /// <summary>Whether they may write posts here.</summary>
    public bool CanWrite { get; init; }

    /// <summary>Whether they may publish their own posts here.</summary>
    public bool CanPublish { get; init; }

    /// <summary>Whether they may change everybody's posts here.</summary>
    public bool CanEditOthers { get; init; }

    /// <summary>Whether they may change the blog, its authors and its taxonomy.</summary>
    public bool CanAdminister { get; init; }

    /// <summary>Returns the facts about an actor that a page of a blog may know.</summary>
    public static PageViewer Of(Actor actor, BlogId blogId)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var here = actor.ForBlog(blogId);
        return new PageViewer
        {
            Kind = here.Kind,
            Name = here.Name,
            AuthorId = here.AuthorId,
            AvatarUrl = here.AvatarUrl,
            CanModerate = here.CanModerate,
            CanWrite = here.CanWrite,
            CanPublish = here.CanPublish,
            CanEditOthers = here.CanEditOthers,
            CanAdminister = here.CanAdminister,
        };
    }
}
