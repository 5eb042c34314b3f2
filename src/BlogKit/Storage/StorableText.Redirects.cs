using BlogKit.Redirects;

namespace BlogKit.Storage;

public static partial class StorableText
{
    /// <summary>Refuses a redirect.</summary>
    /// <exception cref="ArgumentException">
    /// One of its texts cannot be stored or is longer than <see cref="OldAddress.MaximumLength"/>.
    /// </exception>
    public static void Check(Redirect redirect)
    {
        ArgumentNullException.ThrowIfNull(redirect);
        ArgumentNullException.ThrowIfNull(redirect.To, nameof(redirect));
        CheckBounded(redirect.From.Value, OldAddress.MaximumLength, mayBeEmpty: false);
        CheckBounded(redirect.To.Name, OldAddress.MaximumLength);
    }
}
