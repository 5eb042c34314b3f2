using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>Asks whether a post is to be deleted for ever.</summary>
/// <param name="Desk">The frame of the page.</param>
/// <param name="Post">The post.</param>
/// <param name="Antiforgery">The proof that the form is this site's.</param>
public sealed record DeletePostModel(DeskFrame Desk, Post Post, AntiforgeryTokenSet Antiforgery);
