namespace BlogKit.Html.Internal;

/// <summary>The marker behind which an excerpt ends.</summary>
internal sealed class MoreNode : TreeNode
{
    public const string Markup = "<!--more-->";

    public static bool IsMarker(string comment)
    {
        var word = comment.AsSpan().Trim();
        return word.StartsWith("more", StringComparison.OrdinalIgnoreCase)
            && (word.Length == 4 || !char.IsLetterOrDigit(word[4]))
            && comment.Length < 190;
    }
}
