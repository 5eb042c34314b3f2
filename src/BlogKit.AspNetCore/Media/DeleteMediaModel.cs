using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>Asks whether a picture or file is to be deleted for ever.</summary>
/// <param name="Desk">The frame of the page.</param>
/// <param name="Item">The picture or file.</param>
/// <param name="Antiforgery">The proof that the form is this site's.</param>
public sealed record DeleteMediaModel(DeskFrame Desk, MediaItem Item, AntiforgeryTokenSet Antiforgery);
