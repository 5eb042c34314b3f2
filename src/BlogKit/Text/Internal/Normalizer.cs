using System.Text;

namespace BlogKit.Internal;

/// <summary>
/// Normalizes text by <see cref="NormalizationData"/>, in time linear in its length but for the order of long runs of marks.
/// </summary>
internal static class Normalizer
{
    private const int OnStack = 128;

    public static string Normalize(string text, bool isCompatible, bool composes)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsSettled(text, isCompatible, composes))
        {
            return text;
        }

        var buffer = new CodePoints(stackalloc int[OnStack]);
        Fill(ref buffer, text, isCompatible, composes);
        var result = new StringBuilder(buffer.Count);
        Span<char> pair = stackalloc char[2];
        for (var i = 0; i < buffer.Count; i++)
        {
            result.Append(pair[..Encode(buffer[i], pair)]);
        }

        buffer.Return();
        return result.ToString();
    }

    /// <summary>The same without an allocation for a short text; false when the result does not fit.</summary>
    public static bool TryNormalize(ReadOnlySpan<char> text, Span<char> result, out int length, bool isCompatible, bool composes)
    {
        var buffer = new CodePoints(stackalloc int[OnStack]);
        Fill(ref buffer, text, isCompatible, composes);
        length = 0;
        var fits = true;
        Span<char> pair = stackalloc char[2];
        for (var i = 0; i < buffer.Count && fits; i++)
        {
            var encoded = pair[..Encode(buffer[i], pair)];
            fits = encoded.TryCopyTo(result[length..]);
            length += fits ? encoded.Length : 0;
        }

        buffer.Return();
        return fits;
    }

    private static bool IsSettled(string text, bool isCompatible, bool composes)
    {
        if (Ascii.IsValid(text))
        {
            return true;
        }

        var changes = composes
            ? NormalizationData.Ordered
                | NormalizationData.Joins
                | (isCompatible ? NormalizationData.ChangesNfkc : NormalizationData.ChangesNfc)
            : NormalizationData.Ordered | (isCompatible ? NormalizationData.ChangesNfkd : NormalizationData.ChangesNfd);
        for (var i = 0; i < text.Length; i++)
        {
            var value = ValueAt(text, ref i);
            if ((NormalizationData.TraitsOf(value) & changes) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void Fill(ref CodePoints buffer, ReadOnlySpan<char> text, bool isCompatible, bool composes)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var value = ValueAt(text, ref i);
            if (NormalizationData.IsSyllable(value))
            {
                NormalizationData.TakeApart(value, ref buffer);
            }
            else if (NormalizationData.PartsOf(value, isCompatible) is { } parts)
            {
                foreach (var part in parts)
                {
                    buffer.Add(part);
                }
            }
            else
            {
                buffer.Add(value);
            }
        }

        Order(buffer.Written);
        if (composes)
        {
            Compose(ref buffer);
        }
    }

    // The canonical ordering: runs of marks by their class, the order within a class kept.
    private static void Order(Span<int> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (NormalizationData.ClassOf(values[i]) == 0)
            {
                continue;
            }

            var start = i;
            var isOrdered = true;
            while (i + 1 < values.Length && NormalizationData.ClassOf(values[i + 1]) is var next and > 0)
            {
                isOrdered &= NormalizationData.ClassOf(values[i]) <= next;
                i++;
            }

            if (!isOrdered)
            {
                var run = values[start..(i + 1)];
                var keys = new long[run.Length];
                for (var k = 0; k < run.Length; k++)
                {
                    keys[k] = ((long)NormalizationData.ClassOf(run[k]) << 32) | (uint)k;
                }

                keys.AsSpan().Sort(run);
            }
        }
    }

    private static void Compose(ref CodePoints buffer)
    {
        var values = buffer.Written;
        var starter = -1;
        var lastClass = 0;
        var length = 0;
        foreach (var value in values)
        {
            var order = NormalizationData.ClassOf(value);
            if (starter >= 0
                && (lastClass < order || lastClass == 0)
                && NormalizationData.TryCompose(values[starter], value, out var composed))
            {
                values[starter] = composed;
                continue;
            }

            if (order == 0)
            {
                starter = length;
            }

            lastClass = order;
            values[length++] = value;
        }

        buffer.Count = length;
    }

    private static int ValueAt(ReadOnlySpan<char> text, ref int index)
    {
        var c = text[index];
        return char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            ? char.ConvertToUtf32(c, text[++index])
            : c;
    }

    // Half of a pair stands for itself: it comes out as it went in.
    private static int Encode(int value, Span<char> pair)
    {
        if (value < 0x10000)
        {
            pair[0] = (char)value;
            return 1;
        }

        return new Rune(value).EncodeToUtf16(pair);
    }
}
