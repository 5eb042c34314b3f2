using BlogKit.AspNetCore.Components;
using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BlogKit.AspNetCore;

/// <summary>
/// The newest posts on a Razor page or view of the application's: <c>&lt;blogkit-recent-posts count="5" /&gt;</c>, after
/// <c>@addTagHelper *, BlogKit.AspNetCore</c>. See <see cref="RecentPosts"/>.
/// </summary>
[HtmlTargetElement("blogkit-recent-posts")]
public sealed class RecentPostsTagHelper : TagHelper
{
    private readonly IHttpContextAccessor _context;

    /// <summary>Creates the tag helper; the framework does it.</summary>
    public RecentPostsTagHelper(IHttpContextAccessor context) => _context = context;

    /// <summary>The number of posts. Default 5; at most 50.</summary>
    [HtmlAttributeName("count")]
    public int Count { get; set; } = 5;

    /// <summary>The <see cref="Blog.Key"/> of the blog; null, the default, for the first that was mapped.</summary>
    [HtmlAttributeName("blog")]
    public string? Blog { get; set; }

    /// <inheritdoc/>
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => WidgetTag.WriteAsync(
        output,
        _context,
        typeof(RecentPosts),
        new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(RecentPosts.Count)] = Count, [nameof(RecentPosts.Blog)] = Blog });
}
