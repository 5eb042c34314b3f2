using System.Net;
using System.Net.Sockets;

namespace BlogKit.Internal;

/// <summary>Tells addresses of the public internet from all others (IANA's special-purpose registries for IPv4 and IPv6).</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] NotPublic =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.31.196.0/24"),
        IPNetwork.Parse("192.52.193.0/24"),
        IPNetwork.Parse("192.88.99.0/24"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("192.175.48.0/24"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("224.0.0.0/4"),
        IPNetwork.Parse("240.0.0.0/4"),
    ];

    // Only 2000::/3 is given out; these parts of it lead elsewhere: Teredo, benchmarks, ORCHID, documentation, 6to4.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] NotGlobal =
    [
        IPNetwork.Parse("2001::/23"),
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("2002::/16"),
        IPNetwork.Parse("2620:4f:8000::/48"),
        IPNetwork.Parse("3fff::/20"),
    ];

    /// <summary>
    /// Whether the address is on the public internet. IPv4 addresses mapped into IPv6 are read as IPv4; NAT64, 6to4 and Teredo, which carry
    /// one too, never count.
    /// </summary>
    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !Array.Exists(NotPublic, network => network.Contains(address)),
            AddressFamily.InterNetworkV6 => address.ScopeId == 0
                && GlobalUnicast.Contains(address)
                && !Array.Exists(NotGlobal, network => network.Contains(address)),
            _ => false,
        };
    }
}
