namespace BlogKit.AspNetCore.Internal;

/// <summary>An object without members, where there is nothing to say.</summary>
internal sealed record ApiNothing;
