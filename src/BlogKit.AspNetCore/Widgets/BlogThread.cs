using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;

namespace BlogKit.AspNetCore.Components;

/// <summary>
/// A post's thread with its form, on a Razor component page of the application's that is rendered on the server, statically or
/// interactively. What is sent goes to the blog's own address and comes back to the page. Shows nothing where the post does not exist, may
/// not be read by the viewer, or has its comments hidden. Brings its style sheet and script along.
/// </summary>
public sealed class BlogThread : ComponentBase, IDisposable
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
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose() => Navigation.LocationChanged -= Move;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        // On an interactive page links to answer, to sort and to turn the page are followed without a request.
        if (RendererInfo.IsInteractive)
        {
            Navigation.LocationChanged += Move;
        }
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        // On the renderer's dispatcher, which owns the component's state.
        var context = await Request.OfAsync(Services, RendererInfo, AssignedRenderMode, nameof(BlogThread)).ConfigureAwait(true);
        var model = await Widgets.ReadThreadAsync(context, Blog, Slug).ConfigureAwait(true);
        _model = RendererInfo.IsInteractive && model is { Thread: { } thread } && Request.TokensOf(Services) is { } tokens
            ? model with
            {
                Thread = thread with { Antiforgery = tokens },
                Form = model.Form is { } form ? form with { Antiforgery = tokens } : null,
            }
            : model;
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (_model is not { } model)
        {
            return;
        }

        // The script changes what is inside: another page of it is another element, never this one patched.
        builder.OpenElement(0, "div");
        builder.SetKey(model.Frame.PageUrl + "\n" + Slug);
        builder.OpenElement(1, "link");
        builder.AddAttribute(2, "rel", "stylesheet");
        builder.AddAttribute(3, "href", model.Frame.Links.StyleSheet);
        builder.CloseElement();
        builder.OpenElement(4, "script");
        builder.AddAttribute(5, "type", "module");
        builder.AddAttribute(6, "src", model.Frame.Links.Script);
        builder.CloseElement();
        builder.OpenElement(7, "div");
        builder.AddAttribute(8, "class", "bk bk-inside");
        builder.AddAttribute(9, "lang", model.Frame.Blog.Language);
        builder.AddAttribute(10, "dir", PageText.Direction(model.Frame.Blog.Language));
        builder.AddAttribute(11, "data-theme", PageText.Theme(model.Frame.ColorScheme));
        builder.OpenComponent<CommentsView>(12);
        builder.AddComponentParameter(13, nameof(CommentsView.Model), model);
        builder.CloseComponent();
        builder.CloseElement();
        builder.CloseElement();
    }

    private void Move(object? sender, LocationChangedEventArgs location) => _ = InvokeAsync(async () =>
    {
        try
        {
            await OnParametersSetAsync().ConfigureAwait(true);
            StateHasChanged();
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception).ConfigureAwait(true);
        }
    });
}
