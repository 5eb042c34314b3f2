using BlogKit.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What a script is told of a comment it sent: where to find it, or why it was not taken.</summary>
internal sealed class SentFragment : BlogView<SentFragment.SentState>
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (Model.Place is { } place)
        {
            builder.OpenElement(0, "a");
            builder.AddAttribute(1, "class", "bk-sent");
            builder.AddAttribute(2, "href", place);
            builder.CloseElement();
            return;
        }

        builder.AddContent(3, Refusal.Of(Model.Text, Model.Errors));
        foreach (var field in Model.Errors.Select(static error => error.Field).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            builder.AddContent(4, Refusal.Beside(field, Model.Errors));
        }
    }

    internal sealed record SentState(BlogText Text, string? Place, ImmutableArray<CommentFormError> Errors);
}
