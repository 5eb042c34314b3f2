using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace BlogKit.Internal;

/// <summary>The keys under which a submission may be banned.</summary>
internal static class BanKeys
{
    /// <summary>The prefix lengths a network may be banned by: few enough that every one of them is looked for.</summary>
    public static ImmutableArray<int> PrefixesOf(AddressFamily family) =>
        family is AddressFamily.InterNetworkV6 ? [128, 64, 48] : [32, 24, 16];

    public static ImmutableArray<string> Of(Comment comment)
    {
        var keys = ImmutableArray.CreateBuilder<string>();
        if (comment.By.HistoryKey is { } writer)
        {
            keys.Add(writer);
        }

        if (comment.RemoteAddress is { } text && IPAddress.TryParse(text, out var parsed))
        {
            var address = Plain(parsed);
            foreach (var length in PrefixesOf(address.AddressFamily))
            {
                keys.Add($"address:{Network(address, length)}");
            }
        }

        return keys.ToImmutable();
    }

    /// <summary>An address as it is compared: without scope, and IPv4 where it is only written as IPv6.</summary>
    public static IPAddress Plain(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : address.AddressFamily is AddressFamily.InterNetworkV6 ? new IPAddress(address.GetAddressBytes())
        : address;

    /// <summary>The network of an address, its other bits cleared.</summary>
    public static IPNetwork Network(IPAddress address, int prefixLength)
    {
        var bytes = address.GetAddressBytes();
        for (var bit = prefixLength; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return new IPNetwork(new IPAddress(bytes), prefixLength);
    }
}
