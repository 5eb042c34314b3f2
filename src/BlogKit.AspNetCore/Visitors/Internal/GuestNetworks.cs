using System.Net;
using System.Security.Cryptography;
using System.Text;
using BlogKit.Moderation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Makes the guests of requests: each with the network they come from, so that those of one network count as one. The network is stored
/// beside what they say, and nobody who reads the file learns it: it is hashed with a key. The key follows from
/// <see cref="FormTokenOptions.Key"/>; without one it is made up for the process, and a network can say something again after a restart.
/// </summary>
internal sealed class GuestNetworks(IOptions<BlogKitOptions> options)
{
    private const int KeyBytes = 32;
    private const int HashBytes = 16;

    private readonly byte[] _key = options.Value.Moderation.FormTokens.Key is { } key
        ? HMACSHA256.HashData(Convert.FromBase64String(key), "BlogKit guest networks"u8)
        : RandomNumberGenerator.GetBytes(KeyBytes);

    /// <summary>The guest with this secret, where they come from now.</summary>
    public Actor GuestOf(HttpContext context, string secret) => Actor.Guest(secret, KeyOf(context.Connection.RemoteIpAddress));

    private string KeyOf(IPAddress? address)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(NetworkAddress.GetNetwork(address)), hash);
        return Convert.ToHexStringLower(hash[..HashBytes]);
    }
}
