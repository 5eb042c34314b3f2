using System.Net;
using System.Net.Sockets;

namespace BlogKit.Internal;

/// <summary>Reads addresses and networks in CIDR notation (RFC 4632, RFC 4291) as people write them, for lists and for bans.</summary>
internal static class WrittenNetwork
{
    /// <summary>Reads an address that is written in full: "1" and "010.0.0.1" are addresses to the framework and to no person.</summary>
    public static bool TryReadAddress(string text, out IPAddress address) =>
        IPAddress.TryParse(text, out address!)
        && (address.AddressFamily is not AddressFamily.InterNetwork || string.Equals(address.ToString(), text, StringComparison.Ordinal));

    /// <summary>Takes a text apart at its first slash; there is no prefix when it has none.</summary>
    public static (string Address, string? Prefix) Split(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (text, null) : (text[..slash], text[(slash + 1)..]);
    }

    /// <summary>
    /// Reads the network that an address is in by a written prefix, without the bits behind it; without a prefix it is the address alone.
    /// </summary>
    public static bool TryReadNetwork(IPAddress address, string? prefix, out IPNetwork network)
    {
        if (prefix is not null)
        {
            return IPNetwork.TryParse($"{address}/{prefix}", out network);
        }

        network = new IPNetwork(address, Bits(address));
        return true;
    }

    /// <summary>How many bits an address of this family has.</summary>
    public static int Bits(IPAddress address) => address.AddressFamily is AddressFamily.InterNetwork ? 32 : 128;
}
