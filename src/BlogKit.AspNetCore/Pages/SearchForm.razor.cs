using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>The search field, which holds <see cref="PageFrame.SearchText"/>. At most one stands on a page.</summary>
public sealed partial class SearchForm : ComponentBase
{
    /// <summary>The page it stands on.</summary>
    [Parameter]
    [EditorRequired]
    public required PageFrame Frame { get; set; }

    /// <summary>The scope of the search; sent along unless it is everything. Default everything.</summary>
    [Parameter]
    public SearchScope Scope { get; set; }
}
