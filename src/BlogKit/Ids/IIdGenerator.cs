namespace BlogKit;

/// <summary>
/// Makes the identifiers of new entities. Replace it (register your own before or after <c>AddBlogKit</c>) to make tests
/// repeatable or to use a central source.
/// </summary>
/// <remarks>
/// Implementations must be safe for concurrent use and must return values that were never returned before.
/// BlogKit orders comments and posts by identifier, so later identifiers must compare greater than earlier ones
/// of the same generator (big-endian byte order, which is also the order of <see cref="Guid.CompareTo(Guid)"/>).
/// </remarks>
public interface IIdGenerator
{
    /// <summary>Returns the next identifier: a UUID of version 7 (RFC 9562, section 5.7).</summary>
    Guid Next();
}
