namespace BlogKit;

/// <summary>The part of a commenter's network address that Akismet is told.</summary>
public enum AkismetAddressUse
{
    /// <summary>The whole address. Akismet weighs it heavily.</summary>
    Full,

    /// <summary>The network of the address only, the rest zero: 24 bits of an IPv4 address, 48 of an IPv6 address.</summary>
    Network,

    /// <summary>No address: <c>0.0.0.0</c> is sent, because Akismet requires one.</summary>
    None,
}
