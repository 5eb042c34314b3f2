using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace BlogKit.Internal;

internal sealed class TaskLabelRenderer : HtmlObjectRenderer<TaskLabel>
{
    protected override void Write(HtmlRenderer renderer, TaskLabel obj)
    {
        renderer.Write("<label>");
        renderer.WriteChildren(obj);
        renderer.Write("</label>");
    }
}
