using System.Net;
using System.Net.Sockets;
using BlogKit.Moderation;

namespace BlogKit.Internal;

/// <summary>The keys of bans: how a writer and an address are named, and which names a submission answers to.</summary>
internal static class BanKeys
{
    public const string AddressPrefix = "address:";

    private const string EmailPrefix = "email:";

    private static readonly ImmutableArray<int> PrefixesOf4 = [32, 24, 16];
    private static readonly ImmutableArray<int> PrefixesOf6 = [128, 64, 48];

    /// <summary>Every key a submission answers to, the narrowest first.</summary>
    /// <param name="historyKey">The <see cref="Commenter.HistoryKey"/>; null when nothing tells who writes.</param>
    /// <param name="remoteAddress">The address; null when unknown, and ignored when it is none.</param>
    public static ImmutableArray<string> For(string? historyKey, string? remoteAddress)
    {
        var keys = ImmutableArray.CreateBuilder<string>(4);
        if (historyKey is not null && KindOf(historyKey) is not ActorKind.Author)
        {
            keys.Add(historyKey);
        }

        if (remoteAddress is not null && TryReadAddress(remoteAddress, out var address))
        {
            foreach (var prefix in PrefixesFor(address))
            {
                keys.Add(KeyOf(address, prefix));
            }
        }

        return keys.ToImmutable();
    }

    /// <inheritdoc cref="For(string?, string?)"/>
    public static ImmutableArray<string> For(Comment comment) => For(comment.By.HistoryKey, comment.RemoteAddress);

    /// <summary>
    /// The key by which somebody at an address is banned: the address itself, for IPv6 the /64 that one line has. Null when it is none.
    /// </summary>
    public static string? ForAddress(string? remoteAddress) => remoteAddress is not null && TryReadAddress(remoteAddress, out var address)
        ? KeyOf(address, address.AddressFamily is AddressFamily.InterNetwork ? 32 : 64)
        : null;

    /// <summary>The keys by which the writer of a comment is banned; none when nothing tells who they are.</summary>
    public static IEnumerable<string> Of(Comment comment, BanTarget target)
    {
        string?[] keys =
        [
            comment.By.HistoryKey,
            target is BanTarget.WriterAndAddress ? ForAddress(comment.RemoteAddress) : null,
        ];
        return keys.OfType<string>();
    }

    /// <summary>Reads a key as somebody typed it.</summary>
    public static Result<string> Read(string key)
    {
        var kind = KindOf(key);
        if (kind is ActorKind.Author)
        {
            return BlogError.Of(
                ErrorKind.Invalid, ErrorCodes.CannotBeBanned, "{field} names an author of the blog; take the role away instead.", "Key");
        }

        if (key.StartsWith(EmailPrefix, StringComparison.Ordinal))
        {
            return PersonText.TryReadEmail(key[EmailPrefix.Length..], out var email)
                ? EmailPrefix + email.ToLowerInvariant()
                : BlogError.Of(
                    ErrorKind.Invalid, ErrorCodes.InvalidEmail, "{field} is not email: with an address such as name@example.org.", "Key");
        }

        if (kind is ActorKind.User)
        {
            return key;
        }

        return key.StartsWith(AddressPrefix, StringComparison.Ordinal) && TryReadNetwork(key[AddressPrefix.Length..], out var network)
            ? AddressPrefix + network
            : BlogError.Of(
                ErrorKind.Invalid,
                ErrorCodes.InvalidKey,
                "{field} must be email:ADDRESS, user:KEY, or address: with an IP address or a network of /32, /24, /16 (IPv4) or /128, "
                    + "/64, /48 (IPv6).",
                "Key");
    }

    private static ActorKind? KindOf(string key) => ActorKey.TryParse(key, out var known) ? known.Kind : null;

    private static ImmutableArray<int> PrefixesFor(IPAddress address) =>
        address.AddressFamily is AddressFamily.InterNetwork ? PrefixesOf4 : PrefixesOf6;

    private static bool TryReadNetwork(string text, out string network)
    {
        network = "";
        var (start, written) = WrittenNetwork.Split(text);
        if (!WrittenNetwork.TryReadAddress(start.Trim(), out var typed)
            || !WrittenNetwork.TryReadNetwork(WithoutScope(typed), written, out var read))
        {
            return false;
        }

        // ::ffff:192.0.2.0/120 is 192.0.2.0/24.
        var (address, prefix) = typed.IsIPv4MappedToIPv6
            ? (typed.MapToIPv4(), read.PrefixLength - 96)
            : (read.BaseAddress, read.PrefixLength);
        if (!PrefixesFor(address).Contains(prefix))
        {
            return false;
        }

        network = new IPNetwork(address, prefix).ToString();
        return true;
    }

    /// <summary>Reads an address; one of IPv4 in IPv6 clothes is one of IPv4, and a scope is none of its own.</summary>
    private static bool TryReadAddress(string text, out IPAddress address)
    {
        if (!WrittenNetwork.TryReadAddress(text.Trim(), out address))
        {
            return false;
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : WithoutScope(address);
        return true;
    }

    private static IPAddress WithoutScope(IPAddress address) => new(address.GetAddressBytes());

    private static string KeyOf(IPAddress address, int prefix) => $"{AddressPrefix}{new IPNetwork(address, prefix)}";
}
