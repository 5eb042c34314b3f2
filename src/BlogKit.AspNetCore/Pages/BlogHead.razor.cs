using System.Diagnostics.CodeAnalysis;
using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Components;

/// <summary>
/// Writes the elements that belong into the head of every page: title, description, addresses, link previews, JSON-LD, feed, style sheet,
/// script, and the application's own (<see cref="BlogKitWebOptions.HeadContent"/>). A layout of the application's puts it between
/// <c>head</c> and <c>/head</c>, after its own character set and viewport.
/// </summary>
public sealed partial class BlogHead : ComponentBase
{
    /// <summary>The page and what its document says of it.</summary>
    [Parameter]
    [EditorRequired]
    public required PageFrame Frame { get; set; }

    /// <summary>Whether the title is written too. Default true; false where the layout writes it.</summary>
    [Parameter]
    public bool HasTitle { get; set; } = true;

    [Inject]
    private IOptions<PageOptions> Options { get; set; } = null!;

    [UnconditionalSuppressMessage("Trimming", "IL2111", Justification = "HeadContent is annotated to keep all of its members.")]
    private RenderFragment? Own => Options.Value.HeadContent is not { } type ? null : builder =>
    {
        builder.OpenComponent(0, type);
        if (type.GetProperty(nameof(Frame)) is not null)
        {
            builder.AddComponentParameter(1, nameof(Frame), Frame);
        }

        builder.CloseComponent();
    };
}
