namespace BlogKit.Internal;

/// <summary>
/// Reads the host of an address that strangers may have sent. <see cref="Uri"/> takes hosts that it cannot write in ASCII, and throws only
/// when it is asked to.
/// Compiled into every package that asks, because packages share no internals.
/// </summary>
internal static class AddressHost
{
    /// <summary>The host in ASCII (Punycode); null when there is none that can be written so.</summary>
    public static string? Of(Uri address)
    {
        try
        {
#pragma warning disable RS0030 // The one place: what is thrown becomes null.
            return address.IdnHost is { Length: > 0 } host ? host : null;
#pragma warning restore RS0030
        }
        catch (UriFormatException)
        {
            return null;
        }
    }
}
