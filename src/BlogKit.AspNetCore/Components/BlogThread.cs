using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Components;

/// <summary>
/// A post's thread with its form, on a Razor component page of the application's that is rendered on the server. What is sent goes to the blog's own address and comes back to
/// the page. Shows nothing where the post does not exist, may not be read by the viewer, or has its comments hidden. Brings its style sheet and script along.
/// </summary>
public sealed class BlogThread : ComponentBase
{
    private PostModel? _model;

    /// <summary>The post's slug.</summary>
    [Parameter]
    [EditorRequired]
    public required string Slug { get; set; }

    /// <summary>The <see cref="Blog.Key"/> of the blog; null, the default, for the first that was mapped.</summary>
    [Parameter]
    public string? Blog { get; set; }

    [Inject]
    private BlogWidgets Widgets { get; set; } = null!;

    [Inject]
    private IHttpContextAccessor Context { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync() =>
        // On the renderer's dispatcher, which owns the component's state.
        _model = await Widgets.ReadThreadAsync(Request.Of(Context), Blog, Slug).ConfigureAwait(true);

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (_model is not { } model)
        {
            return;
        }

        builder.OpenElement(0, "link");
        builder.AddAttribute(1, "rel", "stylesheet");
        builder.AddAttribute(2, "href", model.Frame.Links.StyleSheet);
        builder.CloseElement();
        builder.OpenElement(3, "script");
        builder.AddAttribute(4, "type", "module");
        builder.AddAttribute(5, "src", model.Frame.Links.Script);
        builder.CloseElement();
        builder.OpenElement(6, "div");
        builder.AddAttribute(7, "class", "bk bk-inside");
        builder.AddAttribute(8, "lang", model.Frame.Blog.Language);
        builder.AddAttribute(9, "dir", PageText.Direction(model.Frame.Blog.Language));
        builder.OpenComponent<CommentsView>(10);
        builder.AddComponentParameter(11, nameof(CommentsView.Model), model);
        builder.CloseComponent();
        builder.CloseElement();
    }
}
