using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BlogKit.AspNetCore;

/// <summary>
/// Writes the elements that a page of the blog has for the head, in a Razor layout that stands around the blog
/// (<see cref="BlogKitWebOptions.ViewLayout"/>): <c>&lt;blogkit-head /&gt;</c>, after <c>@addTagHelper *, BlogKit.AspNetCore</c>. Writes
/// nothing around other pages of the application. <c>@await RenderSectionAsync("Head", required: false)</c> does the same.
/// </summary>
[HtmlTargetElement("blogkit-head")]
public sealed class BlogHeadTagHelper : TagHelper
{
    private readonly IHttpContextAccessor _context;

    /// <summary>Creates the tag helper; the framework does it.</summary>
    public BlogHeadTagHelper(IHttpContextAccessor context) => _context = context;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        if (Request.Of(_context).Features.Get<LayoutHead>() is { } head)
        {
            output.Content.SetHtmlContent(head.Take());
        }
    }
}
