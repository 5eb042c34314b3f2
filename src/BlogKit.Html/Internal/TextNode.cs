using System.Text;

namespace BlogKit.Html.Internal;

internal sealed class TextNode(string value) : TreeNode
{
    private string? _value = value;
    private StringBuilder? _longer;

    public string Value => _value ??= _longer!.ToString();

    public void Append(string more)
    {
        _longer ??= new StringBuilder(_value);
        _longer.Append(more);
        _value = null;
    }
}
