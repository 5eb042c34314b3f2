using BlogKit.AspNetCore.Components;
using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BlogKit.AspNetCore;

/// <summary>
/// A post's thread with its form on a Razor page or view of the application's: <c>&lt;blogkit-thread slug="about-us" /&gt;</c>, after
/// <c>@addTagHelper *, BlogKit.AspNetCore</c>. See <see cref="BlogThread"/>.
/// </summary>
[HtmlTargetElement("blogkit-thread", Attributes = "slug")]
public sealed class BlogThreadTagHelper : TagHelper
{
    private readonly IHttpContextAccessor _context;

    /// <summary>Creates the tag helper; the framework does it.</summary>
    public BlogThreadTagHelper(IHttpContextAccessor context) => _context = context;

    /// <summary>The post's slug.</summary>
    [HtmlAttributeName("slug")]
    public string Slug { get; set; } = "";

    /// <summary>The <see cref="Blog.Key"/> of the blog; null, the default, for the first that was mapped.</summary>
    [HtmlAttributeName("blog")]
    public string? Blog { get; set; }

    /// <inheritdoc/>
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => WidgetTag.WriteAsync(
        output,
        _context,
        typeof(BlogThread),
        new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(BlogThread.Slug)] = Slug, [nameof(BlogThread.Blog)] = Blog });
}
