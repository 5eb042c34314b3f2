using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The address a request came from, as it is kept and counted.</summary>
internal static class RemoteAddress
{
    /// <summary>In its shortest form, IPv4 as IPv4; null when the server knows none.</summary>
    public static string? Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        return (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString();
    }
}
