using System.Net;
using System.Net.Sockets;

namespace BlogKit;

/// <summary>
/// Finds the network of an address, which is what limits count: an IPv4 address whole, of an IPv6 address its first 64 bits. Whoever has
/// one line has a whole /64 and can come from another address of it with every request. Thread-safe.
/// </summary>
public static class NetworkAddress
{
    /// <summary>The network of an unknown address: all such callers count as one network.</summary>
    public const string Unknown = "unknown";

    private const int NetworkBytes = 8;

    /// <summary>
    /// Returns the network: <c>192.0.2.7</c>, <c>2001:db8:0:1::/64</c>, or <see cref="Unknown"/> for null. An IPv4 address mapped to IPv6
    /// counts as IPv4.
    /// </summary>
    /// <param name="address">The address of a request; null when the host cannot tell.</param>
    public static string GetNetwork(IPAddress? address)
    {
        if (address is null)
        {
            return Unknown;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        if (address.AddressFamily is not AddressFamily.InterNetworkV6)
        {
            return address.ToString();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return $"{new IPAddress(bytes)}/64";
    }

    /// <summary>
    /// Returns the network of an address in text, as <see cref="Comment.RemoteAddress"/> has it; a text that is no address is returned as
    /// it is.
    /// </summary>
    /// <param name="address">An address in text; null when it is not known.</param>
    public static string GetNetwork(string? address) =>
        address is null ? Unknown : IPAddress.TryParse(address, out var parsed) ? GetNetwork(parsed) : address;
}
