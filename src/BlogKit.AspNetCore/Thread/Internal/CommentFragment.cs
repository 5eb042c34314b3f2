using BlogKit.AspNetCore.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The markup of one comment without its replies, as it stands on the pages of everybody.</summary>
internal sealed class CommentFragment : ComponentBase
{
    [Parameter]
    [EditorRequired]
    public required ThreadNode Node { get; set; }

    [Parameter]
    [EditorRequired]
    public required CommentSurroundings Surroundings { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder) =>
        ThreadView.Comment(builder, Node, Node.Comment!, Surroundings, isHighlighted: false, notice: null, isPinnedCopy: false);
}
