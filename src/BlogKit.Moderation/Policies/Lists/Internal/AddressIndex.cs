using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using BlogKit.Internal;

namespace BlogKit.Moderation.Internal;

/// <summary>Finds the networks an address is in: one look-up for each length of prefix there is. Filled first, then only read.</summary>
internal sealed class AddressIndex
{
    private readonly SortedDictionary<int, Dictionary<UInt128, int>> _v4 = [];
    private readonly SortedDictionary<int, Dictionary<UInt128, int>> _v6 = [];

    /// <summary>Adds an address or a network in CIDR notation (RFC 4632, RFC 4291); returns what is wrong with it, or null.</summary>
    public string? Add(string text, int id)
    {
        var (start, prefix) = WrittenNetwork.Split(text);
        if (!WrittenNetwork.TryReadAddress(start, out var address) || start.Contains('%', StringComparison.Ordinal))
        {
            return "is neither an address nor a network such as 192.0.2.0/24 or 2001:db8::/32";
        }

        if (!WrittenNetwork.TryReadNetwork(address, prefix, out var network))
        {
            return $"must have a prefix of 0 to {WrittenNetwork.Bits(address)} bits behind its slash";
        }

        if (!network.BaseAddress.Equals(address))
        {
            return "has bits set behind its prefix";
        }

        var isMapped = address.IsIPv4MappedToIPv6 && network.PrefixLength >= 96;
        Add(isMapped ? new IPNetwork(address.MapToIPv4(), network.PrefixLength - 96) : network, id);
        return null;
    }

    /// <summary>Adds the entries whose network has the address in it, the widest first.</summary>
    public void Find(IPAddress address, List<int> found)
    {
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var lengths = address.AddressFamily is AddressFamily.InterNetwork ? _v4 : _v6;
        if (lengths.Count == 0)
        {
            return;
        }

        var (number, bits) = (Number(address), WrittenNetwork.Bits(address));
        foreach (var (length, networks) in lengths)
        {
            if (networks.TryGetValue(Masked(number, length, bits), out var id))
            {
                found.Add(id);
            }
        }
    }

    private void Add(IPNetwork network, int id)
    {
        var lengths = network.BaseAddress.AddressFamily is AddressFamily.InterNetwork ? _v4 : _v6;
        if (!lengths.TryGetValue(network.PrefixLength, out var networks))
        {
            lengths[network.PrefixLength] = networks = [];
        }

        networks[Number(network.BaseAddress)] = id;
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
