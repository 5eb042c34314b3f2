namespace BlogKit.AspNetCore.Internal;

/// <summary>Marks a request whose answer becomes a file: nothing in it may need a server.</summary>
/// <param name="BaseUrl">Where the files will be served.</param>
internal sealed record StaticExport(Uri BaseUrl);
