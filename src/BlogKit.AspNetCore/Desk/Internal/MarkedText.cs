using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Texts cut at the places findings rest on.</summary>
internal static class MarkedText
{
    private const int Around = 60;

    /// <summary>The fields of a comment in which evidence was found, with their texts; a text is cut at the evidence.</summary>
    public static IEnumerable<(EvidenceField Field, ImmutableArray<(string Text, bool IsHit)> Pieces)> Sources(
        Comment comment, ImmutableArray<ModerationFinding> findings)
    {
        if (findings.IsDefaultOrEmpty)
        {
            yield break;
        }

        foreach (var group in findings.SelectMany(static f => f.Evidence).GroupBy(static e => e.Field).OrderBy(static g => g.Key))
        {
            var text = TextOf(comment, group.Key);
            var pieces = Cut(text, group);
            if (pieces.Any(static p => p.IsHit))
            {
                yield return (group.Key, pieces);
            }
        }
    }

    /// <summary>A text cut at evidence; overlapping places are one, and what lies outside the text is left out.</summary>
    public static ImmutableArray<(string Text, bool IsHit)> Cut(string text, IEnumerable<FindingEvidence> evidence)
    {
        var pieces = ImmutableArray.CreateBuilder<(string, bool)>();
        var position = 0;
        foreach (var (start, end) in Merge(text, evidence))
        {
            if (start > position)
            {
                pieces.Add((text[position..start], false));
            }

            pieces.Add((text[start..end], true));
            position = end;
        }

        if (position < text.Length)
        {
            pieces.Add((text[position..], false));
        }

        return pieces.ToImmutable();
    }

    /// <summary>The same, shortened to what is near the evidence.</summary>
    public static ImmutableArray<(string Text, bool IsHit)> Shorten(ImmutableArray<(string Text, bool IsHit)> pieces) =>
        [.. pieces.Select((piece, i) => piece.IsHit ? piece : (Near(piece.Text, isFirst: i == 0, isLast: i == pieces.Length - 1), false))];

    public static string TextOf(Comment comment, EvidenceField field) => field switch
    {
        EvidenceField.Text => comment.PlainText,
        EvidenceField.Markdown => comment.Markdown,
        EvidenceField.Name => comment.By.Name,
        EvidenceField.Email => comment.By.Email ?? "",
        EvidenceField.Url => comment.By.Url?.OriginalString ?? "",
        EvidenceField.RemoteAddress => comment.RemoteAddress ?? "",
        EvidenceField.UserAgent => comment.UserAgent ?? "",
        _ => "",
    };

    private static string Near(string text, bool isFirst, bool isLast)
    {
        if (isFirst)
        {
            return text.Length > Around ? "…" + text[After(text, text.Length - Around)..] : text;
        }

        if (isLast)
        {
            return text.Length > Around ? text[..After(text, Around)] + "…" : text;
        }

        return text.Length > 2 * Around ? $"{text[..After(text, Around)]} … {text[After(text, text.Length - Around)..]}" : text;
    }

    // Not between the halves of a surrogate pair.
    private static int After(string text, int index) => index < text.Length && char.IsLowSurrogate(text[index]) ? index + 1 : index;

    private static List<(int Start, int End)> Merge(string text, IEnumerable<FindingEvidence> evidence)
    {
        var merged = new List<(int Start, int End)>();
        foreach (var (start, end) in evidence
            .Select(e => (Start: Math.Clamp(e.Start, 0, text.Length), End: (int)Math.Clamp((long)e.Start + e.Length, 0, text.Length)))
            .Where(static r => r.End > r.Start)
            .OrderBy(static r => r.Start))
        {
            if (merged.Count > 0 && start <= merged[^1].End)
            {
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, end));
            }
            else
            {
                merged.Add((start, end));
            }
        }

        return merged;
    }
}
