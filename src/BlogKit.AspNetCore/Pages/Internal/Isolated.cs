using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Names and titles inside sentences. They run in their own direction and leave the sentence its own: on the page each stands in a
/// <c>bdi</c>. Until the sentence is put together they are marked by the characters Unicode has for it.
/// </summary>
internal static class Isolated
{
    private const char Begin = '\u2068';
    private const char End = '\u2069';

    /// <summary>A name to be put into a sentence that <see cref="Sentence"/> writes.</summary>
    public static string Name(string? name) =>
        Begin
        + (name ?? "").Replace(Begin.ToString(), "", StringComparison.Ordinal).Replace(End.ToString(), "", StringComparison.Ordinal)
        + End;

    /// <summary>A sentence with its names.</summary>
    public static RenderFragment Sentence(string sentence) => builder =>
    {
        var rest = sentence.AsSpan();
        while (rest.IndexOf(Begin) is >= 0 and var begin && rest[begin..].IndexOf(End) is > 0 and var length)
        {
            builder.AddContent(0, rest[..begin].ToString());
            builder.OpenElement(1, "bdi");
            builder.AddContent(2, rest.Slice(begin + 1, length - 1).ToString());
            builder.CloseElement();
            rest = rest[(begin + length + 1)..];
        }

        builder.AddContent(3, rest.ToString());
    };
}
