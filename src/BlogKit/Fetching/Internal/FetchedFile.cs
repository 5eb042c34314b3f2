namespace BlogKit.Internal;

/// <summary>A file of another site while it comes.</summary>
/// <param name="Url">Its address, after redirects.</param>
/// <param name="FileName">The name that its sender gave it; null for none. Not to be trusted.</param>
/// <param name="Body">What it holds; what goes wrong with it is a <see cref="FetchException"/>.</param>
internal sealed record FetchedFile(Uri Url, string? FileName, Stream Body);
