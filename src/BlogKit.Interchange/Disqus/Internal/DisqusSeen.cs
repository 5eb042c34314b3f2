using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BlogKit.Interchange.Internal;

/// <summary>The identifiers that were read before in an export: sixteen bytes of each, whatever it looks like.</summary>
internal sealed class DisqusSeen
{
    private readonly HashSet<UInt128> _threads = [];
    private readonly HashSet<UInt128> _posts = [];
    private readonly Dictionary<UInt128, string> _refused = [];

    /// <summary>Remembers a thread; false when it was there before.</summary>
    public bool AddThread(string id) => _threads.Add(Key(id));

    /// <summary>Remembers a post; false when it was there before.</summary>
    public bool AddPost(string id) => _posts.Add(Key(id));

    /// <summary>Remembers that a thread cannot be brought in.</summary>
    /// <param name="id">Its identifier.</param>
    /// <param name="reason">The reason; one of a few constants, because there may be one for each thread.</param>
    public void Refuse(string id, string reason) => _refused[Key(id)] = reason;

    /// <summary>The reason why a thread cannot be brought in; null when it can, or was not there yet.</summary>
    public string? RefusalOf(string threadId) => _refused.Count == 0 ? null : _refused.GetValueOrDefault(Key(threadId));

    // A digest, so that identifiers made long on purpose take no more memory than those of Disqus.
    private static UInt128 Key(string id)
    {
        Span<byte> text = stackalloc byte[DisqusRules.MaximumIdLength * 3];
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..Encoding.UTF8.GetBytes(id, text)], digest);
        return BinaryPrimitives.ReadUInt128BigEndian(digest);
    }
}
