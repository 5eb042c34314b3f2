using System.Text.Json;

namespace BlogKit.Interchange.Internal;

/// <summary>Reads the text of a map, strictly: what is not known is refused with its place.</summary>
internal static class MapText
{
    public const string New = "new";
    public const string Gone = "gone";
    public const string AuthorPrefix = "author:";
    public const string UserPrefix = "user:";
    public const string PostPrefix = "post:";

    public static ImportMap Parse(ReadOnlyMemory<byte> json)
    {
        var authors = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var addresses = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        try
        {
            var reader = new Utf8JsonReader(
                WithoutMark(json.Span),
                new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 4 });
            Expect(ref reader, JsonTokenType.StartObject, "The map is no JSON object.");
            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                var (entries, isKnown) = name switch
                {
                    "authors" => (authors, (Func<string, bool>)IsAuthor),
                    "addresses" => (addresses, IsTarget),
                    _ => throw new ImportSourceException($"The map has '{name}'; it can have 'authors' and 'addresses'."),
                };
                ReadEntries(ref reader, name, entries, isKnown);
            }
        }
        catch (JsonException fault)
        {
            var place = new SourcePlace(null, (fault.LineNumber ?? 0) + 1, (int)(fault.BytePositionInLine ?? 0) + 1);
            throw new ImportSourceException("The map is no JSON here.", place, fault);
        }
        catch (InvalidOperationException fault)
        {
            throw new ImportSourceException("A text of the map is no Unicode.", fault);
        }

        return new ImportMap { Authors = authors.ToImmutable(), Addresses = addresses.ToImmutable() };
    }

    private static void ReadEntries(
        ref Utf8JsonReader reader, string name, ImmutableSortedDictionary<string, string>.Builder entries, Func<string, bool> isKnown)
    {
        Expect(ref reader, JsonTokenType.StartObject, $"'{name}' of the map is no JSON object.");
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            Expect(ref reader, JsonTokenType.String, $"The value of '{Texts.Start(key)}' is no text.");
            var value = reader.GetString()!.Trim();
            if (!isKnown(value))
            {
                throw new ImportSourceException(
                    $"'{Texts.Start(value)}', the value of '{Texts.Start(key)}', is none that '{name}' can have.");
            }

            if (!entries.TryAdd(key, value))
            {
                throw new ImportSourceException($"'{Texts.Start(key)}' stands twice in '{name}' of the map.");
            }

            if (entries.Count > ImportMap.MaximumEntries)
            {
                throw new ImportSourceException($"'{name}' of the map has more than {ImportMap.MaximumEntries} entries.");
            }
        }
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type, string otherwise)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw new ImportSourceException(otherwise);
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> json) => json.StartsWith("\uFEFF"u8) ? json[3..] : json;

    private static bool IsAuthor(string value) => value is New
        || (value.StartsWith(AuthorPrefix, StringComparison.Ordinal) && Slug.TryParse(value[AuthorPrefix.Length..], out _))
        || (value.StartsWith(UserPrefix, StringComparison.Ordinal) && value.Length > UserPrefix.Length);

    private static bool IsTarget(string value) => value is Gone or PostPrefix
        || (value.StartsWith(PostPrefix, StringComparison.Ordinal) && Slug.TryParse(value[PostPrefix.Length..], out _))
        || Redirects.RedirectTarget.IsLocalPath(value);
}
