using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Razor;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// A page of the blog as what stands in a Razor layout: its content is the layout's body, what belongs into the head the layout's section
/// <c>Head</c>.
/// </summary>
internal sealed class LayoutPage : RazorPage<object?>
{
    public const string HeadSection = "Head";

    private readonly IHtmlContent _head;
    private readonly IHtmlContent _body;

    public LayoutPage(string layout, IHtmlContent head, IHtmlContent body)
    {
        (Layout, Path) = (layout, "/BlogKit.cshtml");
        (_head, _body) = (head, body);
    }

    [UnconditionalSuppressMessage(
        "Trimming", "IL2026", Justification = "Views are found by the application's own MVC, which is not trimmed.")]
    public override Task ExecuteAsync()
    {
        DefineSection(HeadSection, () =>
        {
            Write(_head);
            return Task.CompletedTask;
        });
        Write(_body);
        return Task.CompletedTask;
    }
}
