using BlogKit.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The buttons of one comment alone, for a script that puts them in the place of the old ones.</summary>
internal sealed class FeedbackFragment : BlogView<FeedbackFragment.FeedbackState>
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "p");
        builder.AddAttribute(1, "class", "bk-actions");
        Components.FeedbackForm.Buttons(builder, Model.Id, Model.Counts, Model.Own, isOwn: false, Model.Reactions, Model.Text);
        builder.CloseElement();
    }

    internal sealed record FeedbackState(
        CommentId Id, FeedbackCounts Counts, OwnFeedback Own, ImmutableArray<ReactionKind> Reactions, BlogText Text);
}
