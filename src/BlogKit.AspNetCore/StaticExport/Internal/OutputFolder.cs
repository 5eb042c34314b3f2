using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BlogKit.Internal;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The folder of an export. Knows by its manifest which files are an earlier export's, and touches no others.</summary>
internal sealed class OutputFolder
{
    private const string ManifestName = ".blogkit-publish.json";
    private readonly string _root;
    private readonly Dictionary<string, string> _before;
    private readonly SortedDictionary<string, string> _now = new(StringComparer.Ordinal);

    private OutputFolder(string root, Dictionary<string, string> before)
    {
        _root = root;
        _before = before;
    }

    public int Changed { get; private set; }

    public long Bytes { get; private set; }

    public static Result<OutputFolder> Open(string folder)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        Directory.CreateDirectory(root);
        var manifest = Path.Combine(root, ManifestName);
        if (!File.Exists(manifest))
        {
            return new OutputFolder(root, []);
        }

        try
        {
            var files = JsonSerializer.Deserialize(File.ReadAllBytes(manifest), ManifestJson.Default.DictionaryStringString) ?? [];
            return new OutputFolder(root, new Dictionary<string, string>(files, StringComparer.Ordinal));
        }
        catch (JsonException)
        {
            return BlogError.Of(
                ErrorKind.Invalid,
                ErrorCodes.InvalidText,
                "'{file}' in the folder is damaged. Remove it, and the files of the export with it.",
                "folder",
                ("file", ManifestName));
        }
    }

    /// <summary>Whether the file was written by this export already.</summary>
    public bool Has(string file) => _now.ContainsKey(file);

    /// <summary>Writes a file, unless it is there with the same content; an error when it is somebody else's.</summary>
    public BlogError? Write(string file, byte[] content)
    {
        var path = PathOf(file);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        if (File.Exists(path))
        {
            if (!_before.TryGetValue(file, out _) && !Has(file))
            {
                return BlogError.Of(
                    ErrorKind.Conflict,
                    ErrorCodes.Taken,
                    "There is a file '{value}' in the folder that no export wrote. Move it, or choose another folder.",
                    "folder",
                    ("value", file));
            }

            if (File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
            {
                Count(file, hash, content.Length);
                return null;
            }
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        Changed++;
        Count(file, hash, content.Length);
        return null;
    }

    /// <summary>
    /// Removes what an earlier export wrote and this one did not, where nobody changed it since; then writes the manifest. Returns how many
    /// files went.
    /// </summary>
    public async Task<int> FinishAsync(CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var (file, hash) in _before)
        {
            if (_now.ContainsKey(file) || !IsSafe(file))
            {
                continue;
            }

            var path = PathOf(file);
            if (File.Exists(path)
                && string.Equals(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), hash, StringComparison.Ordinal))
            {
                File.Delete(path);
                removed++;
                RemoveEmptyFolders(Path.GetDirectoryName(path)!);
            }
        }

        await SaveManifestAsync(_now, cancellationToken).ConfigureAwait(false);
        return removed;
    }

    /// <summary>Keeps in mind what was written, when an export does not come to its end.</summary>
    public Task InterruptAsync()
    {
        var all = new SortedDictionary<string, string>(_before, StringComparer.Ordinal);
        foreach (var (file, hash) in _now)
        {
            all[file] = hash;
        }

        return SaveManifestAsync(all, CancellationToken.None);
    }

    private static bool IsSafe(string file) =>
        file.Length > 0
        && file.Split('/').All(static s => s is not ("" or "." or "..")
            && !s.Contains('\\', StringComparison.Ordinal)
            && !s.Contains('\0', StringComparison.Ordinal));

    private void Count(string file, string hash, int length)
    {
        if (_now.TryAdd(file, hash))
        {
            Bytes += length;
        }
        else
        {
            _now[file] = hash;
        }
    }

    // No name leads out of the folder, and no link in it does.
    private string PathOf(string file)
    {
        if (!IsSafe(file) || string.Equals(file, ManifestName, StringComparison.Ordinal))
        {
            throw new IOException($"'{file}' is not a name that is written to.");
        }

        var path = _root;
        foreach (var segment in file.Split('/'))
        {
            path = Path.Combine(path, segment);
            if (new FileInfo(path) is { LinkTarget: not null })
            {
                throw new IOException($"'{path}' is a symbolic link: nothing is written through it.");
            }
        }

        return path;
    }

    private void RemoveEmptyFolders(string folder)
    {
        while (folder.Length > _root.Length && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
            folder = Path.GetDirectoryName(folder)!;
        }
    }

    // The pages can be made again, and every export looks at all their bytes; without the manifest it would know none of them for its own.
    private async Task SaveManifestAsync(IDictionary<string, string> files, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(
            new Dictionary<string, string>(files.OrderBy(static f => f.Key, StringComparer.Ordinal), StringComparer.Ordinal),
            ManifestJson.Default.DictionaryStringString);
        var manifest = Path.Combine(_root, ManifestName);
        var draft = manifest + ".part";
        LastingFiles.TryDelete(draft);
        await LastingFiles.WriteAsync(manifest, Encoding.UTF8.GetBytes(json + "\n"), draft, cancellationToken).ConfigureAwait(false);
    }
}
