using BlogKit.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Why something was not done, for a script to show.</summary>
internal sealed class TextFragment : BlogView<string>
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "p");
        builder.AddAttribute(1, "class", "bk-error");
        builder.AddContent(2, Model);
        builder.CloseElement();
    }
}
