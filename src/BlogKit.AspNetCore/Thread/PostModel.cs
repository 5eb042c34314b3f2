using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore;

/// <summary>A post or page with its comments and footer blocks.</summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="Post">The post; readable by the viewer.</param>
public sealed record PostModel(PageFrame Frame, ReaderPost Post) : IPageModel<PostModel>
{
    /// <summary>Whether readers may open it; false for an editor's look at a draft.</summary>
    public bool IsPublished { get; init; }

    /// <summary>Its authors in order.</summary>
    public ImmutableArray<ReaderAuthor> Authors { get; init; } = [];

    /// <summary>Its categories.</summary>
    public ImmutableArray<Category> Categories { get; init; } = [];

    /// <summary>Its series; null outside one.</summary>
    public Series? Series { get; init; }

    /// <summary>The posts before and after it in its series.</summary>
    public PostNeighbours Neighbours { get; init; } = PostNeighbours.None;

    /// <summary>The blocks under it, in order. Those of kind <see cref="FooterBlockKind.CommentPolicy"/> belong above the form.</summary>
    public ImmutableArray<ReaderFooter> Footers { get; init; } = [];

    /// <summary>A page of its discussion; null where comments are hidden.</summary>
    public ThreadModel? Thread { get; init; }

    /// <summary>The comment form; null when the viewer cannot comment.</summary>
    public CommentFormModel? Form { get; init; }

    /// <summary>The reason why there is no form, in a sentence; null when there is one or comments are hidden.</summary>
    public string? WhyNoForm { get; init; }

    /// <summary>The sign-in page, when signing in is what is missing; else null.</summary>
    public string? SignInUrl { get; init; }

    /// <summary>The text that was typed and refused, kept for its writer to copy; null for none.</summary>
    public string? RefusedText { get; init; }

    /// <summary>
    /// Whether a comment was just sent that waits, though it may not be on this page: the browser may not have told whose it is.
    /// </summary>
    public bool IsWaiting { get; init; }

    /// <summary>
    /// A sentence about what the viewer just did, where no comment on the page is to stand out for it (<see cref="ThreadModel.Notice"/>);
    /// null for none.
    /// </summary>
    public string? Notice { get; init; }

    /// <summary>The viewer's held comment that was just sent; null when none was.</summary>
    public CommentId? JustHeld { get; init; }

    PostModel IPageModel<PostModel>.With(ImmutableArray<PostLink> pages) => this with { Frame = Frame with { Pages = pages } };
}
