using System.Text;

namespace BlogKit.Tests;

/// <summary>The 66 code points that are no characters (The Unicode Standard, 23.7).</summary>
internal static class NonCharacters
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. Enumerable.Range(0xFDD0, 32)
            .Concat(Enumerable.Range(0, 17).SelectMany(static plane => (int[])[(plane << 16) | 0xFFFE, (plane << 16) | 0xFFFF]))
            .Select(static v => new Rune(v).ToString()),
    ];
}
