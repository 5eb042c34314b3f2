using System.Text.Json;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Texts in JSON. A member is a text by its key; an object of nothing but plural categories is a text that depends on a number; another
/// object holds texts whose keys begin with its name and a point.
/// </summary>
internal static class TextFile
{
    private static readonly string[] Categories = ["zero", "one", "two", "few", "many", "other"];

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The texts of a file by key, <c>key#category</c> for those that depend on a number.</summary>
    public static Dictionary<string, string> Read(string path)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        using var stream = File.OpenRead(Rooted(path));
        Read(stream, texts, path);
        return texts;
    }

    public static void Read(Stream stream, Dictionary<string, string> texts, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(stream, Lenient);
            if (document.RootElement.ValueKind is not JsonValueKind.Object)
            {
                throw new FormatException($"The texts in '{name}' are no JSON object with a member for each key.");
            }

            Add(texts, document.RootElement, "", name);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The texts in '{name}' are not JSON: {exception.Message}", exception);
        }
    }

    /// <summary>The files of a folder with their languages, in the order of their paths.</summary>
    public static IEnumerable<(string Language, string Path)> ListFolder(string path)
    {
        var folder = Rooted(path);
        return Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => (LanguageOf(folder, file), file));
    }

    private static void Add(Dictionary<string, string> texts, JsonElement members, string before, string name)
    {
        foreach (var member in members.EnumerateObject())
        {
            var key = before + member.Name;
            switch (member.Value.ValueKind)
            {
                case JsonValueKind.String:
                    texts[key] = member.Value.GetString()!;
                    break;
                case JsonValueKind.Object when IsPlural(member.Value):
                    Add(texts, member.Value, key + "#", name);
                    break;
                case JsonValueKind.Object:
                    Add(texts, member.Value, key + ".", name);
                    break;
                default:
                    throw new FormatException(
                        $"'{key}' in '{name}' must be a text, an object of plural categories, or an object of texts.");
            }
        }
    }

    private static bool IsPlural(JsonElement element) =>
        element.EnumerateObject().Any()
        && element.EnumerateObject().All(
            static form => form.Value.ValueKind is JsonValueKind.String && Categories.Contains(form.Name, StringComparer.Ordinal));

    private static string LanguageOf(string folder, string file)
    {
        var parts = Path.GetRelativePath(folder, file)[..^".json".Length].Split(
            Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        IEnumerable<string> candidates = [parts[^1].Split('.')[^1], .. parts[..^1].Reverse()];
        return candidates.FirstOrDefault(Languages.IsKnown)
            ?? throw new FormatException(
                $"The name of '{file}' says no language. Call it LANGUAGE.json or ANYTHING.LANGUAGE.json, such as thread.de.json, "
                + "or put it into a folder named after one.");
    }

    private static string Rooted(string path) => Path.GetFullPath(path, AppContext.BaseDirectory);
}
