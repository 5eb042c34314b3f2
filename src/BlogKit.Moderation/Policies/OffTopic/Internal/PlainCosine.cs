using System.Text;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// The textbook method others are measured by: words in lower case of at least two letters or digits, smoothed inverse document frequency
/// ln((1 + n) / (1 + df)) + 1, raw counts, cosine. No stemming and no stop words.
/// </summary>
internal sealed class PlainCosine
{
    private readonly Dictionary<string, int> _documents = new(StringComparer.Ordinal);
    private readonly int _count;

    public PlainCosine(IReadOnlyCollection<string> documents)
    {
        _count = documents.Count;
        foreach (var word in documents.SelectMany(static d => Words(d).Distinct(StringComparer.Ordinal)))
        {
            _documents[word] = _documents.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>The cosine of two texts, 0 to 1.</summary>
    public double Of(string left, string right)
    {
        var a = Vector(left);
        var b = Vector(right);
        var product = a.Sum(pair => pair.Value * b.GetValueOrDefault(pair.Key));
        return product == 0 ? 0 : product / Math.Sqrt(a.Values.Sum(static v => v * v) * b.Values.Sum(static v => v * v));
    }

    private Dictionary<string, double> Vector(string text)
    {
        var vector = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in Words(text))
        {
            vector[word] = vector.GetValueOrDefault(word) + Math.Log((1.0 + _count) / (1 + _documents.GetValueOrDefault(word))) + 1;
        }

        return vector;
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
                continue;
            }

            if (word.Length > 1)
            {
                yield return word.ToString();
            }

            word.Clear();
        }

        if (word.Length > 1)
        {
            yield return word.ToString();
        }
    }
}
