namespace BlogKit.AspNetCore.Internal;

/// <summary>Something that was made and may be kept.</summary>
/// <param name="Value">What it is.</param>
/// <param name="Of">What it was made of.</param>
/// <param name="Size">What it takes of the room that there is.</param>
internal sealed record Made<TValue>(TValue Value, Sources Of, long Size);
