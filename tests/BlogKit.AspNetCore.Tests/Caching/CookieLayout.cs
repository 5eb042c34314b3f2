using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Tests;

/// <summary>An application's layout that shows a cookie.</summary>
public sealed class CookieLayout : ComponentBase
{
    [Parameter]
    public required PageFrame Frame { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private IHttpContextAccessor Context { get; set; } = null!;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "b");
        builder.AddAttribute(1, "id", "theme");
        builder.AddContent(2, Context.HttpContext!.Request.Cookies["theme"] ?? "none");
        builder.CloseElement();
        builder.AddContent(3, ChildContent);
    }
}
