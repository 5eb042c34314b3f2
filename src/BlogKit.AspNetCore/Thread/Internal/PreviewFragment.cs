using BlogKit.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A comment as it would be shown, alone for a script.</summary>
internal sealed class PreviewFragment : BlogView<PreviewFragment.PreviewState>
{
    protected override void BuildRenderTree(RenderTreeBuilder builder) =>
        CommentForm.Preview(builder, Model.Html, Model.Text);

    internal sealed record PreviewState(string Html, BlogText Text);
}
