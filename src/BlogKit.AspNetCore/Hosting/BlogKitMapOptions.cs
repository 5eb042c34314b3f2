namespace BlogKit.AspNetCore;

/// <summary>What one mapping of a blog can be told.</summary>
public sealed class BlogKitMapOptions
{
    /// <summary>The <see cref="Blog.Key"/> of the blog that is mapped. Default <c>default</c>. A host that has several maps each under a path of its own.</summary>
    public string BlogKey { get; set; } = "default";
}
