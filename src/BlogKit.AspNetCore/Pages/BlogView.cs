using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>
/// Shows a page, or the part of one that a script asked for, made of its model alone. What replaces a view of BlogKit's
/// (<c>ReplaceView</c>) derives from the same: <c>@inherits BlogView&lt;SearchModel&gt;</c> in a <c>.razor</c> file.
/// </summary>
/// <typeparam name="TModel">What the view shows.</typeparam>
public abstract class BlogView<TModel> : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required TModel Model { get; set; }
}
