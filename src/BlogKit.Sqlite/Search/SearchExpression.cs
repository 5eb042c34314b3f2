using System.Text;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>Phrases as an FTS5 expression. Words are letters and digits, and quoted: nothing in them is syntax.</summary>
internal static class SearchExpression
{
    public static string Of(ImmutableArray<SearchPhrase> phrases)
    {
        var expression = new StringBuilder();
        foreach (var phrase in phrases)
        {
            expression.Append(expression.Length == 0 ? "\"" : " AND \"").AppendJoin(' ', phrase.Words).Append('"');
            if (phrase.IsPrefix)
            {
                expression.Append('*');
            }
        }

        return expression.ToString();
    }
}
