namespace BlogKit.AspNetCore;

/// <summary>What one mapping of a blog can be told.</summary>
public sealed class BlogKitMapOptions
{
    /// <summary>The <see cref="Blog.Key"/> of the blog that is mapped. Default <c>default</c>. A host that has several maps each under a path of its own.</summary>
    public string BlogKey { get; set; } = "default";

    /// <summary>
    /// The name of the application's CORS policy for the JSON API (<c>AddCors</c>, and <c>UseCors</c> in the pipeline), which lets other sites' pages call it; null for none:
    /// browsers then keep other sites out. Default null. Pages of the policy's origins may also make changes; with cookies only when it supports credentials.
    /// </summary>
    public string? ApiCorsPolicy { get; set; }
}
