using System.Buffers;

namespace BlogKit.Rendering.Tests.Scaling;

/// <summary>
/// Stands in for the framework's searches in instrumented code: each counts by how far it had to look. Named and shaped as what it stands
/// for.
/// </summary>
public static class CountedScans
{
    private const int AtOnce = 16;

    public static int IndexOf(string text, char value) => Counted(text.IndexOf(value), text.Length);

    public static int IndexOf(string text, char value, int start) => Counted(text.IndexOf(value, start), text.Length, start);

    public static int IndexOf(string text, char value, StringComparison comparison) =>
        Counted(text.IndexOf(value, comparison), text.Length);

    public static int IndexOf(string text, string value, StringComparison comparison) =>
        Counted(text.IndexOf(value, comparison), text.Length);

    public static int IndexOf(string text, string value, int start, StringComparison comparison) =>
        Counted(text.IndexOf(value, start, comparison), text.Length, start);

    public static int IndexOf<T>(ReadOnlySpan<T> text, T value)
        where T : IEquatable<T> => Counted(text.IndexOf(value), text.Length);

    public static int IndexOf<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> value)
        where T : IEquatable<T> => Counted(text.IndexOf(value), text.Length);

    public static int IndexOf(ReadOnlySpan<char> text, ReadOnlySpan<char> value, StringComparison comparison) =>
        Counted(text.IndexOf(value, comparison), text.Length);

    public static int IndexOfAny<T>(ReadOnlySpan<T> text, T one, T other)
        where T : IEquatable<T> => Counted(text.IndexOfAny(one, other), text.Length);

    public static int IndexOfAny<T>(ReadOnlySpan<T> text, T one, T other, T third)
        where T : IEquatable<T> => Counted(text.IndexOfAny(one, other, third), text.Length);

    public static int IndexOfAny<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> values)
        where T : IEquatable<T> => Counted(text.IndexOfAny(values), text.Length);

    public static int IndexOfAny<T>(ReadOnlySpan<T> text, SearchValues<T> values)
        where T : IEquatable<T> => Counted(text.IndexOfAny(values), text.Length);

    public static int Count<T>(ReadOnlySpan<T> text, T value)
        where T : IEquatable<T> => Counted(text.Count(value), -1, text.Length);

    public static int Count<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> value)
        where T : IEquatable<T> => Counted(text.Count(value), -1, text.Length);

    private static int Counted(int found, int length, int start = 0)
    {
        Steps.Count += 1 + (((length < 0 ? start : (found < 0 ? length : found) - start)) / AtOnce);
        return found;
    }
}
