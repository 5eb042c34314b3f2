using BlogKit.Redirects;

namespace BlogKit.Storage;

/// <summary>An old address and the place it leads to, as an item of a copy.</summary>
/// <param name="Redirect">The redirect.</param>
public sealed record TransferredRedirect(Redirect Redirect) : TransferItem
{
    /// <inheritdoc/>
    public override TransferKind Kind => TransferKind.Redirect;

    /// <inheritdoc/>
    public override int Size => SizeOf(Redirect.From.Value, Redirect.To.Name);
}
