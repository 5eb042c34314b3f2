using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace BlogKit.AspNetCore.Components;

/// <summary>
/// A post's thread with its form, on a Razor component page of the application's that is rendered on the server, statically or
/// interactively. What is sent goes to the blog's own address and comes back to the page. Shows nothing where the post does not exist, may
/// not be read by the viewer, or has its comments hidden. Brings its style sheet and script along.
/// </summary>
public sealed partial class BlogThread : ComponentBase, IDisposable
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
