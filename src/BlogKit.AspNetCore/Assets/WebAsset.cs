using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A style sheet or script of the package, named after its content and compressed once.</summary>
internal sealed class WebAsset
{
    private WebAsset(string name, string contentType)
    {
        Name = name;
        ContentType = contentType;
        Plain = Read(name);
        Compressed = Compress(Plain);
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        FileName = $"{stem}.{Convert.ToHexStringLower(SHA256.HashData(Plain))[..16]}{extension}";
    }

    /// <summary>The file name without the hash, such as <c>blogkit.css</c>.</summary>
    public string Name { get; }

    /// <summary>The file name with the hash, which changes with the content.</summary>
    public string FileName { get; }

    public string ContentType { get; }

    public byte[] Plain { get; }

    /// <summary>The content, compressed with Brotli.</summary>
    public byte[] Compressed { get; }

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
