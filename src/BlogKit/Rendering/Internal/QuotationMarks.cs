namespace BlogKit.Internal;

/// <summary>How a language writes quotations, and quotations inside them.</summary>
internal sealed record QuotationMarks(string Open, string Close, string InnerOpen, string InnerClose)
{
    private static readonly QuotationMarks English = new("“", "”", "‘", "’");
    private static readonly QuotationMarks German = new("„", "“", "‚", "‘");
    private static readonly QuotationMarks Polish = new("„", "”", "‚", "’");
    private static readonly QuotationMarks Hungarian = new("„", "”", "»", "«");
    private static readonly QuotationMarks Romanian = new("„", "”", "«", "»");
    private static readonly QuotationMarks Swedish = new("”", "”", "’", "’");
    private static readonly QuotationMarks Spanish = new("«", "»", "“", "”");
    private static readonly QuotationMarks Norwegian = new("«", "»", "‘", "’");
    private static readonly QuotationMarks Russian = new("«", "»", "„", "“");
    private static readonly QuotationMarks Swiss = new("«", "»", "‹", "›");
    private static readonly QuotationMarks French = new("«\u00A0", "\u00A0»", "“", "”");

    /// <summary>The marks of a language by its BCP 47 tag; those of English where it is not known.</summary>
    public static QuotationMarks For(string? language)
    {
        var parts = (language ?? "").ToLowerInvariant().Split('-', '_');
        var region = Array.Find(
            parts, p => p.Length is 2 or 3 && !ReferenceEquals(p, parts[0]) && (p.Length == 2 || char.IsAsciiDigit(p[0])));
        return parts[0] switch
        {
            "de" or "fr" or "it" when region is "ch" or "li" => Swiss,
            "de" or "cs" or "sk" or "sl" or "lt" or "et" or "is" or "bg" or "mk" or "lb" or "dsb" or "hsb" or "ka" or "sr" or "bs" =>
                German,
            "pl" or "hr" => Polish,
            "hu" => Hungarian,
            "ro" => Romanian,
            "sv" or "fi" or "se" => Swedish,
            "fr" or "br" or "oc" => French,
            "es" when region is null or "es" => Spanish,
            "pt" when region is "pt" => Spanish,
            "it" or "ca" or "gl" or "eu" or "ast" or "el" or "sq" or "hy" => Spanish,
            "nb" or "nn" or "no" => Norwegian,
            "ru" or "be" or "uk" or "kk" or "ky" => Russian,
            _ => English,
        };
    }
}
