using System.Text;
using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A page is written as UTF-8 piece by piece, wherever the pieces end.</summary>
public sealed class PageWriterTests
{
    private static readonly string[] s_parts = ["a", "ß", "語", "😀", "\uD83D", "\uDE00", "<p>", "\u05D0", new string('x', 9_000), "é😀é"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Text_in_pieces_is_what_it_is_in_one(int seed)
    {
        var random = new Random(seed);
        for (var run = 0; run < 200; run++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => s_parts[random.Next(s_parts.Length)]));
            using var page = new PageWriter();

            for (var at = 0; at < text.Length;)
            {
                var length = Math.Min(text.Length - at, random.Next(1, random.Next(2) == 0 ? 3 : 20_000));
                Write(page, text.Substring(at, length), random.Next(4));
                at += length;
            }

            page.ToArray().Should().Equal(Encoding.UTF8.GetBytes(text), "of {0}", text);
        }
    }

    private static void Write(TextWriter writer, string piece, int way)
    {
        switch (way)
        {
            case 0:
                writer.Write(piece);
                break;
            case 1:
                writer.Write(piece.ToCharArray());
                break;
            case 2:
                writer.Write(piece.AsSpan());
                break;
            default:
                foreach (var character in piece)
                {
                    writer.Write(character);
                }

                break;
        }
    }
}
