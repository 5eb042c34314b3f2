using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace BlogKit.AspNetCore.Tests;

/// <summary>An application's layout that asks the store by itself, as components do.</summary>
public sealed class AskingLayout : ComponentBase
{
    private string _newest = "";

    [Parameter]
    public required PageFrame Frame { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private PostService Posts { get; set; } = null!;

    [Inject]
    private Microsoft.AspNetCore.Http.IHttpContextAccessor Context { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var found = await Posts.ListAsync(new PostListQuery(Frame.Blog.Id), Context.HttpContext!.RequestAborted);
        _newest = found.Value.Items[0].Title;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "b");
        builder.AddAttribute(1, "id", "newest");
        builder.AddContent(2, _newest);
        builder.CloseElement();
        builder.AddContent(3, ChildContent);
    }
}
