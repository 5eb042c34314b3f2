using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>Asks for the password of a protected post. Tells nothing of the post but its title.</summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="Action">The address the password is sent to.</param>
/// <param name="Antiforgery">The proof that the form is this site's.</param>
public sealed record PasswordModel(PageFrame Frame, string Action, AntiforgeryTokenSet Antiforgery) : IPageModel<PasswordModel>
{
    /// <summary>Whether a wrong password was given.</summary>
    public bool WasWrong { get; init; }

    PasswordModel IPageModel<PasswordModel>.With(ImmutableArray<PostLink> pages) => this with { Frame = Frame with { Pages = pages } };
}
