using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Components;

/// <summary>
/// What every view is wrapped in: the layout of <see cref="BlogKitWebOptions.Layout"/>, or <see cref="BlogLayout"/>. A view that replaces one of BlogKit's uses it too.
/// Inside the application's layout the content stands in an element of class <c>bk</c>, below which alone BlogKit's style sheet has effect.
/// </summary>
public sealed class PageLayout : IComponent
{
    private RenderHandle _handle;

    /// <summary>What is around the content.</summary>
    [Parameter]
    [EditorRequired]
    public required PageFrame Frame { get; set; }

    /// <summary>The content.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private IOptions<BlogKitWebOptions> Options { get; set; } = null!;

    /// <inheritdoc/>
    public void Attach(RenderHandle renderHandle) => _handle = renderHandle;

    /// <inheritdoc/>
    public Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        _handle.Render(builder =>
        {
            if (Options.Value.Layout is { } layout)
            {
                builder.OpenComponent(0, layout);
                builder.AddComponentParameter(1, nameof(Frame), Frame);
                builder.AddComponentParameter(2, nameof(ChildContent), (RenderFragment)(inner =>
                {
                    inner.OpenElement(0, "div");
                    inner.AddAttribute(1, "class", "bk bk-inside");
                    inner.AddContent(2, ChildContent);
                    inner.CloseElement();
                }));
                builder.CloseComponent();
            }
            else
            {
                builder.OpenComponent<BlogLayout>(3);
                builder.AddComponentParameter(4, nameof(BlogLayout.Frame), Frame);
                builder.AddComponentParameter(5, nameof(BlogLayout.ChildContent), ChildContent);
                builder.CloseComponent();
            }
        });
        return Task.CompletedTask;
    }
}
