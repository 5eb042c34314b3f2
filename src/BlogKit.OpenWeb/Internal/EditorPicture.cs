namespace BlogKit.OpenWeb.Internal;

/// <summary>A picture of a post that is no part of its text.</summary>
/// <param name="Url">Its address, http or https.</param>
/// <param name="AlternativeText">What it shows; may be empty.</param>
internal sealed record EditorPicture(Uri Url, string AlternativeText);
