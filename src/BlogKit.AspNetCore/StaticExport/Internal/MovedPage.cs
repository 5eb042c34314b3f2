using BlogKit.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A page that leads to another, on hosts that cannot redirect.</summary>
internal sealed class MovedPage : BlogView<MovedModel>
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(0, "<!DOCTYPE html>\n");
        builder.OpenElement(1, "html");
        builder.AddAttribute(2, "lang", Model.Text.Language.Name);
        builder.OpenElement(3, "head");
        builder.OpenElement(4, "meta");
        builder.AddAttribute(5, "charset", "utf-8");
        builder.CloseElement();
        builder.OpenElement(6, "title");
        builder.AddContent(7, Model.Text["openweb.moved"]);
        builder.CloseElement();
        builder.OpenElement(8, "meta");
        builder.AddAttribute(9, "http-equiv", "refresh");
        builder.AddAttribute(10, "content", "0; url=" + Model.Url);
        builder.CloseElement();
        builder.OpenElement(11, "meta");
        builder.AddAttribute(12, "name", "robots");
        builder.AddAttribute(13, "content", "noindex");
        builder.CloseElement();
        builder.CloseElement();
        builder.OpenElement(14, "body");
        builder.OpenElement(15, "p");
        builder.AddContent(16, Model.Text["openweb.moved-to"] + " ");
        builder.OpenElement(17, "a");
        builder.AddAttribute(18, "href", Model.Url);
        builder.AddContent(19, Model.Url);
        builder.CloseElement();
        builder.CloseElement();
        builder.CloseElement();
        builder.CloseElement();
    }
}
