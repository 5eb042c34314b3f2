using BlogKit.AspNetCore.Internal;
using BlogKit.Moderation;
using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>The form by which a reader reports a comment.</summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="CommentId">The comment; shown to everybody.</param>
/// <param name="Name">The name of its writer.</param>
/// <param name="Html">Its text as safe HTML.</param>
public sealed record FlagModel(PageFrame Frame, CommentId CommentId, string Name, string Html) : IPageModel<FlagModel>
{
    /// <summary>The reason that is chosen; null for none yet.</summary>
    public FlagKind? Kind { get; init; }

    /// <summary>The note that was typed; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>The error of the report; null for none.</summary>
    public string? Error { get; init; }

    /// <summary>The longest note, in characters.</summary>
    public int MaximumNoteLength { get; init; }

    /// <summary>The proof that the form is this site's; null leaves the field out.</summary>
    public AntiforgeryTokenSet? Antiforgery { get; init; }

    FlagModel IPageModel<FlagModel>.With(ImmutableArray<PostLink> pages) => this with { Frame = Frame with { Pages = pages } };
}
