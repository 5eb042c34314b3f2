namespace BlogKit.AspNetCore.Endpoints;

/// <summary>The largest body that an endpoint takes.</summary>
/// <param name="Option">The name of the option it follows from, for documents and logs; null for a fixed one.</param>
/// <param name="Bytes">How many bytes, from the services of a request.</param>
public sealed record BodyLimit(string? Option, Func<IServiceProvider, long> Bytes);
