namespace BlogKit.Interchange.Internal;

/// <summary>Finds the content of a file of the old site in a folder, and never anything outside of it.</summary>
internal static class MediaPaths
{
    /// <summary>
    /// Returns the file that an address means: the path of the address in the folder, or as long an end of it as is there; null for none.
    /// </summary>
    public static string? Find(string folder, string address)
    {
        var root = Path.GetFullPath(folder);
        var segments = SegmentsOf(address);
        for (var first = 0; first < segments.Length; first++)
        {
            var path = Path.GetFullPath(Path.Combine([root, .. segments[first..]]));
            if (path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path) && !HasLink(root, path))
            {
                return path;
            }
        }

        return null;
    }

    private static string[] SegmentsOf(string address)
    {
        var path = Uri.TryCreate(address, UriKind.Absolute, out var url) ? url.AbsolutePath : address;
        var end = path.AsSpan().IndexOfAny('?', '#');
        return [.. (end < 0 ? path : path[..end]).Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(static segment => Uri.UnescapeDataString(segment))
            .Where(static segment => segment is not ("." or "..")
                && segment.AsSpan().IndexOfAny('/', '\\', '\0') < 0
                && segment.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) < 0)];
    }

    // A link may lead anywhere.
    private static bool HasLink(string root, string path)
    {
        for (var part = path; part is not null && part.Length > root.Length; part = Path.GetDirectoryName(part))
        {
            if (new FileInfo(part).Attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                return true;
            }
        }

        return false;
    }
}
