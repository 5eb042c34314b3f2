using BlogKit.AspNetCore.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A comment as it would be shown: above the form in its page, and alone for a script.</summary>
internal sealed class PreviewFragment : BlogView<PreviewFragment.PreviewState>
{
    public static void Write(RenderTreeBuilder builder, string html, BlogText text)
    {
        builder.OpenElement(0, "section");
        builder.AddAttribute(1, "class", "bk-preview");
        builder.AddAttribute(2, "tabindex", "-1");
        builder.AddAttribute(3, "aria-label", text["thread.preview"]);
        builder.OpenElement(4, "p");
        builder.AddAttribute(5, "class", "bk-kicker");
        builder.AddContent(6, text["thread.preview"]);
        builder.CloseElement();
        builder.OpenElement(7, "div");
        builder.AddAttribute(8, "class", "bk-text");
        builder.AddAttribute(9, "dir", "auto");
        builder.AddContent(10, new MarkupString(html));
        builder.CloseElement();
        builder.CloseElement();
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => Write(builder, Model.Html, Model.Text);

    internal sealed record PreviewState(string Html, BlogText Text);
}
