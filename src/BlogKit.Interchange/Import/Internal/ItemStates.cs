using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// How far each item of the source has come, in some thirty bytes for each: by a hash of its identity, however long that is.
/// </summary>
internal sealed class ItemStates
{
    private readonly Dictionary<UInt128, ItemState> _states = [];

    public ItemState? Find(string kind, string originalId) => _states.TryGetValue(Key(kind, originalId), out var state) ? state : null;

    public void Set(string kind, string originalId, ItemState state) => _states[Key(kind, originalId)] = state;

    public void See(string kind, string originalId) => _states.TryAdd(Key(kind, originalId), ItemState.Seen);

    private static UInt128 Key(string kind, string originalId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}:{originalId}"), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
