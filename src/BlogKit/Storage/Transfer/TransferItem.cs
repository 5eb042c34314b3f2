using System.Text.Json;

namespace BlogKit.Storage;

/// <summary>
/// One item of a blog's copy: what one place in the store holds, with everything in it that can be written back. The set of types is
/// closed, one for each <see cref="TransferKind"/>; what follows from items (counters, lists, ranks, the search index) is none of them and
/// is made again where they are written. Immutable.
/// </summary>
public abstract record TransferItem
{
    private protected TransferItem()
    {
    }

    /// <summary>The kind.</summary>
    public abstract TransferKind Kind { get; }

    /// <summary>About how many characters its texts have: slices are bounded by it.</summary>
    public abstract int Size { get; }

    /// <summary>
    /// Returns whether the other item says the same in every member, lists member by member; moments are compared whatever their offset.
    /// </summary>
    /// <param name="other">The item to compare with.</param>
    public bool IsSame(TransferItem other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return GetType() == other.GetType() && ToBytes(this).AsSpan().SequenceEqual(ToBytes(other));
    }

    private protected static int SizeOf(params ReadOnlySpan<string?> texts)
    {
        var size = 200;
        foreach (var text in texts)
        {
            size += text?.Length ?? 0;
        }

        return size;
    }

    private static byte[] ToBytes(TransferItem item) =>
        JsonSerializer.SerializeToUtf8Bytes(item, item.GetType(), Internal.TransferJson.Default);
}
