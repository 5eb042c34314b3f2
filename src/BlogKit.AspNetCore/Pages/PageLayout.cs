using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Components;

/// <summary>
/// Wraps a view in the layout: that of <see cref="BlogKitWebOptions.Layout"/> or <see cref="BlogKitWebOptions.ViewLayout"/>, or
/// <see cref="BlogLayout"/>. A view that replaces one of BlogKit's uses it too. Inside the application's layout the content stands in an
/// element of class <c>bk</c>, below which alone BlogKit's style sheet has effect.
/// </summary>
public sealed class PageLayout : IComponent
{
    private RenderHandle _handle;

    /// <summary>The page around the content.</summary>
    [Parameter]
    [EditorRequired]
    public required PageFrame Frame { get; set; }

    /// <summary>The content.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private IOptions<PageOptions> Options { get; set; } = null!;

    [Inject]
    private IHttpContextAccessor Context { get; set; } = null!;

    /// <inheritdoc/>
    public void Attach(RenderHandle renderHandle) => _handle = renderHandle;

    /// <inheritdoc/>
    public Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        _handle.Render(builder =>
        {
            if (Options.Value.ViewLayout is not null)
            {
                Inside(builder);
            }
            else if (Options.Value.Layout is { } layout)
            {
                // What Blazor gives the components of its own pages.
                builder.OpenComponent<CascadingValue<HttpContext?>>(0);
                builder.AddComponentParameter(1, nameof(CascadingValue<HttpContext?>.Value), Context.HttpContext);
                builder.AddComponentParameter(2, nameof(CascadingValue<HttpContext?>.IsFixed), true);
                builder.AddComponentParameter(3, nameof(CascadingValue<HttpContext?>.ChildContent), (RenderFragment)(around =>
                {
                    around.OpenComponent(0, layout);
                    around.AddComponentParameter(1, nameof(Frame), Frame);
                    around.AddComponentParameter(2, nameof(ChildContent), (RenderFragment)Inside);
                    around.CloseComponent();
                }));
                builder.CloseComponent();
            }
            else
            {
                builder.OpenComponent<BlogLayout>(4);
                builder.AddComponentParameter(5, nameof(BlogLayout.Frame), Frame);
                builder.AddComponentParameter(6, nameof(BlogLayout.ChildContent), ChildContent);
                builder.CloseComponent();
            }
        });
        return Task.CompletedTask;
    }

    private void Inside(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "div");
        builder.AddAttribute(1, "class", "bk bk-inside");
        builder.AddAttribute(2, "lang", Frame.Blog.Language);
        builder.AddAttribute(3, "dir", PageText.Direction(Frame.Blog.Language));
        builder.AddAttribute(4, "data-theme", PageText.Theme(Frame.ColorScheme));
        if (Options.Value.Layout is not null)
        {
            // Blazor would lose where a permalink leads, which is told by a redirect.
            builder.AddAttribute(5, "data-enhance-nav", "false");
        }

        builder.AddContent(6, ChildContent);
        builder.CloseElement();
    }
}
