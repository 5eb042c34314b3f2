using System.Security.Cryptography;

namespace BlogKit.Interchange.Internal;

/// <summary>Looks whether a file is what its name says.</summary>
internal static class MediaHash
{
    /// <summary>Whether there is a file whose content has the hash in the name.</summary>
    public static async Task<bool> IsNamedAsync(string path, MediaKind kind, string name, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 81_920, useAsync: true);
        await using (content.ConfigureAwait(false))
        {
            return string.Equals(
                kind.FormatName(await SHA256.HashDataAsync(content, cancellationToken).ConfigureAwait(false)),
                name,
                StringComparison.Ordinal);
        }
    }
}
