namespace BlogKit;

/// <summary>How much of a commenter's network address Akismet is told.</summary>
public enum AkismetAddressUse
{
    /// <summary>The address. Akismet weighs it heavily.</summary>
    Full,

    /// <summary>Its network only, the rest zero: 24 bits of an IPv4 address, 48 of an IPv6 address.</summary>
    Network,

    /// <summary>Nothing: <c>0.0.0.0</c>, because Akismet requires an address.</summary>
    None,
}
