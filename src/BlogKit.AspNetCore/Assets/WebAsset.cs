using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// A style sheet or script of the package, named after its content and compressed once: each when it is first asked for, as a host's first
/// page names two of them and waits for none to be compressed.
/// </summary>
internal sealed class WebAsset
{
    private readonly Lazy<byte[]> _plain;
    private readonly Lazy<byte[]> _compressed;
    private readonly Lazy<string> _fileName;

    private WebAsset(string name, string contentType)
    {
        Name = name;
        ContentType = contentType;
        _plain = new Lazy<byte[]>(() => Read(name));
        _compressed = new Lazy<byte[]>(() => Compress(Plain));
        _fileName = new Lazy<string>(() =>
            $"{Path.GetFileNameWithoutExtension(name)}.{Convert.ToHexStringLower(SHA256.HashData(Plain))[..16]}{Path.GetExtension(name)}");
    }

    /// <summary>The file name without the hash, such as <c>blogkit.css</c>.</summary>
    public string Name { get; }

    /// <summary>The file name with the hash, which changes with the content.</summary>
    public string FileName => _fileName.Value;

    public string ContentType { get; }

    public byte[] Plain => _plain.Value;

    /// <summary>The content, compressed with Brotli.</summary>
    public byte[] Compressed => _compressed.Value;

    public static WebAsset Style(string name) => new(name, "text/css; charset=utf-8");

    public static WebAsset Script(string name) => new(name, "text/javascript; charset=utf-8");

    public static WebAsset Icon(string name) => new(name, "image/x-icon");

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("assets/" + name)
            ?? throw new InvalidOperationException($"{name} is missing from the assembly.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static byte[] Compress(byte[] content)
    {
        using var memory = new MemoryStream();
        using (var brotli = new BrotliStream(memory, CompressionLevel.SmallestSize))
        {
            brotli.Write(content);
        }

        return memory.ToArray();
    }
}
