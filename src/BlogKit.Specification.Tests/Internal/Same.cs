using System.Text.Json;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Compares by content: records with arrays in them are equal only by reference.</summary>
internal static class Same
{
    public static void Content<T>(T expected, T actual) => Assert.Equal(Text(expected), Text(actual));

    public static string Text<T>(T value) => JsonSerializer.Serialize(value);
}
