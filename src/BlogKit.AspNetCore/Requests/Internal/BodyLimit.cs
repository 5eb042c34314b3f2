namespace BlogKit.AspNetCore.Internal;

/// <summary>The largest body that an endpoint takes.</summary>
/// <param name="Option">The option it follows from; null for a fixed one.</param>
/// <param name="Bytes">How many bytes.</param>
internal sealed record BodyLimit(string? Option, Func<IServiceProvider, long> Bytes);
