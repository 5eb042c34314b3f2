using BlogKit.Moderation;

namespace BlogKit;

/// <summary>
/// All options of BlogKit. Bound from configuration by <c>AddBlogKit(configuration)</c> and checked when the host starts; an error names
/// the key. Not to be changed after that.
/// </summary>
public sealed class BlogKitOptions
{
    /// <summary>Comments: their limits and windows.</summary>
    public CommentOptions Comments { get; set; } = new();

    /// <summary>Posts: their limits.</summary>
    public PostOptions Posts { get; set; } = new();

    /// <summary>Threads: how much one page shows.</summary>
    public ThreadOptions Threads { get; set; } = new();

    /// <summary>Moderation: what is held by default.</summary>
    public ModerationOptions Moderation { get; set; } = new();

    /// <summary>Search: its limits.</summary>
    public SearchOptions Search { get; set; } = new();

    /// <summary>Rendering: what Markdown may become, and where the renderer stops.</summary>
    public RenderingOptions Rendering { get; set; } = new();
}
