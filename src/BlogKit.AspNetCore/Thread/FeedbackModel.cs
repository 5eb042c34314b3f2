using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>The actions on a comment besides answering it.</summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="CommentId">The comment; shown to everybody.</param>
/// <param name="Name">The name of its writer.</param>
/// <param name="Html">Its text as safe HTML.</param>
public sealed record FeedbackModel(PageFrame Frame, CommentId CommentId, string Name, string Html) : IPageModel<FeedbackModel>
{
    /// <summary>The votes and reactions that it has.</summary>
    public FeedbackCounts Counts { get; init; } = new();

    /// <summary>The viewer's own vote and reaction.</summary>
    public OwnFeedback Own { get; init; } = OwnFeedback.None;

    /// <summary>The reactions to choose from; empty when there are none.</summary>
    public ImmutableArray<ReactionKind> Reactions { get; init; } = [];

    /// <summary>Whether the viewer wrote it, and can therefore do none of this.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether it can be reported.</summary>
    public bool CanFlag { get; init; }

    /// <summary>The proof that the form is this site's; null leaves the field out.</summary>
    public AntiforgeryTokenSet? Antiforgery { get; init; }

    FeedbackModel IPageModel<FeedbackModel>.With(ImmutableArray<PostLink> pages) => this with { Frame = Frame with { Pages = pages } };
}
