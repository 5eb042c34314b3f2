using System.Security.Cryptography;
using System.Text.Json;

namespace BlogKit.Interchange.Internal;

/// <summary>The hash of all that a source says of an item, but where it stands and what reading it altered.</summary>
internal static class ItemHash
{
    public static string Of(ImportItem item)
    {
        var said = item with { Place = null, Notes = [] };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(said, said.GetType(), ItemJson.Default)));
    }
}
