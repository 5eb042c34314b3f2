using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace BlogKit.AspNetCore.Components;

/// <summary>
/// The newest posts of a blog as a short list, on a Razor component page of the application's that is rendered on the server. Brings its
/// style sheet along.
/// </summary>
public sealed class RecentPosts : ComponentBase
{
    private RecentPostsModel? _model;

    /// <summary>The number of posts. Default 5; at most 50, and at most <see cref="PostOptions.MaximumPageSize"/>.</summary>
    [Parameter]
    public int Count { get; set; } = 5;

    /// <summary>The <see cref="Blog.Key"/> of the blog; null, the default, for the first that was mapped.</summary>
    [Parameter]
    public string? Blog { get; set; }

    [Inject]
    private BlogWidgets Widgets { get; set; } = null!;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        // On the renderer's dispatcher, which owns the component's state.
        var context = await Request.OfAsync(Services, RendererInfo, AssignedRenderMode, nameof(RecentPosts)).ConfigureAwait(true);
        _model = await Widgets.ListRecentAsync(context, Blog, Count).ConfigureAwait(true);
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (_model is { } model)
        {
            builder.OpenComponent<RecentPostsView>(0);
            builder.AddComponentParameter(1, nameof(RecentPostsView.Model), model);
            builder.CloseComponent();
        }
    }
}
