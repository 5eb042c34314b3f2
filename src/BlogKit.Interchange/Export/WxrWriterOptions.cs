namespace BlogKit.Interchange;

/// <summary>The options for writing a blog as an export of WordPress. Read when the writing begins.</summary>
public sealed class WxrWriterOptions
{
    /// <summary>
    /// The absolute address of the blog, http or https, which relative addresses are completed with; null (the default) takes
    /// <see cref="Blog.BaseUrl"/>.
    /// </summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>
    /// Returns the absolute address at which readers find a post, for links and for systems that know threads by it; null (the default)
    /// takes the slug below the address of the blog. Called once for every post, of every stage.
    /// </summary>
    public Func<Post, Uri>? PostAddress { get; set; }

    /// <summary>
    /// Whether comments that are held, spam or trashed are left out, for systems that would show them as waiting or not know them. Default
    /// false: WordPress takes them as they are.
    /// </summary>
    public bool ApprovedCommentsOnly { get; set; }

    /// <summary>The most notes that the report keeps; at least 0. Default 10,000.</summary>
    public int MaximumNotes { get; set; } = 10_000;

    /// <summary>Is told every note as it is made, however many there are; null (the default) for nobody.</summary>
    public Action<WxrWriterNote>? Noted { get; set; }
}
