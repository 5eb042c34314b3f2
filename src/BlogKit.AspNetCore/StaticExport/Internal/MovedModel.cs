namespace BlogKit.AspNetCore.Internal;

/// <summary>Where something is now.</summary>
/// <param name="Url">Relative.</param>
/// <param name="Text">The words.</param>
internal sealed record MovedModel(string Url, BlogText Text);
