using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BlogKit.Internal;

/// <summary>Finds the networks an address is in: one look-up for each length of prefix there is. Filled first, then only read.</summary>
internal sealed class AddressIndex
{
    private readonly SortedDictionary<int, Dictionary<UInt128, int>> _v4 = [];
    private readonly SortedDictionary<int, Dictionary<UInt128, int>> _v6 = [];

    /// <summary>Adds an address or a network in CIDR notation (RFC 4632, RFC 4291); returns what is wrong with it, or null.</summary>
    public string? Add(string text, int id)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var start = slash < 0 ? text : text[..slash];
        if (!IPAddress.TryParse(start, out var address) || start.Contains('%', StringComparison.Ordinal)
            || (address.AddressFamily is AddressFamily.InterNetwork && !string.Equals(address.ToString(), start, StringComparison.Ordinal)))
        {
            return "is neither an address nor a network such as 192.0.2.0/24 or 2001:db8::/32";
        }

        var bits = address.AddressFamily is AddressFamily.InterNetwork ? 32 : 128;
        var length = bits;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out length) || length > bits))
        {
            return $"must have a prefix of 0 to {bits} bits behind its slash";
        }

        var number = Number(address);
        if (Masked(number, length, bits) != number)
        {
            return "has bits set behind its prefix";
        }

        if (bits == 128 && address.IsIPv4MappedToIPv6 && length >= 96)
        {
            (number, length, bits) = (Number(address.MapToIPv4()), length - 96, 32);
        }

        var lengths = bits == 32 ? _v4 : _v6;
        if (!lengths.TryGetValue(length, out var networks))
        {
            lengths[length] = networks = [];
        }

        networks[number] = id;
        return null;
    }

    /// <summary>Adds the entries whose network has the address in it, the widest first.</summary>
    public void Find(IPAddress address, List<int> found)
    {
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var (lengths, bits) = address.AddressFamily is AddressFamily.InterNetwork ? (_v4, 32) : (_v6, 128);
        if (lengths.Count == 0)
        {
            return;
        }

        var number = Number(address);
        foreach (var (length, networks) in lengths)
        {
            if (networks.TryGetValue(Masked(number, length, bits), out var id))
            {
                found.Add(id);
            }
        }
    }

    private static UInt128 Number(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        address.TryWriteBytes(address.AddressFamily is AddressFamily.InterNetwork ? bytes[12..] : bytes, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    private static UInt128 Masked(UInt128 number, int length, int bits) =>
        length == 0 ? UInt128.Zero : number >> (bits - length) << (bits - length);
}
