using System.Globalization;

namespace BlogKit.Moderation.Internal;

/// <summary>A cell of the table with what of the text fell into it.</summary>
internal readonly record struct NamedCell(
    uint Cell, FeatureKind Kind, int Start, int Length, int OtherStart, int OtherLength, string? Measure, int Value)
{
    /// <summary>What it stands for, as a kebab-case name and a value.</summary>
    public (string Name, string Value) Describe(ReadOnlySpan<char> text) => Kind switch
    {
        FeatureKind.Word => ("word", Piece(text)),
        FeatureKind.Pair => ("word-pair", string.Concat(Piece(text), " ", text.Slice(OtherStart, OtherLength))),
        FeatureKind.Letters => ("letters", Piece(text)),
        FeatureKind.Host => ("link-host", Piece(text)),
        FeatureKind.TopDomain => ("link-ending", Piece(text)),
        FeatureKind.First => ("first-word", Piece(text)),
        FeatureKind.Last => ("last-word", Piece(text)),
        FeatureKind.Mark => ("mark", Piece(text)),
        FeatureKind.Shape => ("shape", Named()),
        _ => ("measure", Named()),
    };

    private string Piece(ReadOnlySpan<char> text) => text.Slice(Start, Math.Min(Length, 64)).ToString();

    private string Named() => Value == 0 ? Measure ?? "" : string.Create(CultureInfo.InvariantCulture, $"{Measure} {Value}");
}
