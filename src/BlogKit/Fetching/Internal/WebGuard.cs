using System.Net;

namespace BlogKit.Internal;

/// <summary>
/// What other sites' addresses this server turns to: http and https on their usual ports, on public addresses. Tests widen it for their
/// stand-ins.
/// </summary>
internal class WebGuard
{
    /// <summary>Whether a request to the address may be tried at all; where its name leads is judged when it is connected.</summary>
    public virtual bool Allows(Uri url) =>
        url.IsAbsoluteUri && url.Scheme is ("http" or "https") && url.IsDefaultPort && url.UserInfo.Length == 0
        && AddressHost.Of(url) is not null;

    /// <summary>Whether a connection may be made.</summary>
    public virtual bool Allows(IPAddress address) => PublicAddress.Is(address);
}
