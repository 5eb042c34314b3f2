using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A component in the place of a tag.</summary>
internal static class WidgetTag
{
    public static async Task WriteAsync(
        TagHelperOutput output,
        IHttpContextAccessor accessor,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type component,
        Dictionary<string, object?> parameters)
    {
        ArgumentNullException.ThrowIfNull(output);
        var html = await ComponentHtml.RenderAsync(Request.Of(accessor).RequestServices, component, parameters).ConfigureAwait(false);
        output.TagName = null;
        output.Content.SetHtmlContent(new HtmlString(html.ToString()));
    }
}
