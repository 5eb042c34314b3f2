namespace BlogKit.AspNetCore.Internal;

/// <summary>Where the replies are that were left out.</summary>
internal sealed record ApiMore(int? Count, string Url);
