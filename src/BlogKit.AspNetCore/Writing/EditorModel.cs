using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>The editor of a post or page.</summary>
/// <param name="Desk">The frame of the page.</param>
/// <param name="Action">The address the form is sent to.</param>
/// <param name="Antiforgery">The proof that the form is this site's.</param>
public sealed record EditorModel(DeskFrame Desk, string Action, AntiforgeryTokenSet Antiforgery)
{
    /// <summary>The post as stored; null for a new one.</summary>
    public Post? Post { get; init; }

    /// <summary>The identity a new post gets, so that a form sent twice makes one; null for one that exists.</summary>
    public PostId? NewId { get; init; }

    /// <summary>The content of the fields.</summary>
    public EditorInput Input { get; init; } = EditorInput.Empty;

    /// <summary>The errors of the fields.</summary>
    public ImmutableArray<EditorError> Errors { get; init; } = [];

    /// <summary>The warnings that do not prevent saving (pictures without alternative text).</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>The post's stage at this moment.</summary>
    public PostStatus Status { get; init; }

    /// <summary>The buttons the viewer may press, <see cref="EditorAction.Save"/> first.</summary>
    public ImmutableArray<EditorAction> Actions { get; init; } = [EditorAction.Save, EditorAction.Preview];

    /// <summary>The page that asks whether to delete; null when the viewer may not.</summary>
    public string? DeleteUrl { get; init; }

    /// <summary>Whether the application reads posts in HTML.</summary>
    public bool HasHtml { get; init; }

    /// <summary>Whether the viewer may pin the post.</summary>
    public bool CanPin { get; init; }

    /// <summary>The blog's categories, each before those below it.</summary>
    public ImmutableArray<CategoryChoice> Categories { get; init; } = [];

    /// <summary>The blog's series.</summary>
    public ImmutableArray<Series> Series { get; init; } = [];

    /// <summary>The blog's authors; empty when the viewer may not choose.</summary>
    public ImmutableArray<Author> Authors { get; init; } = [];

    /// <summary>The footer blocks a post may name.</summary>
    public ImmutableArray<FooterBlock> Footers { get; init; } = [];

    /// <summary>The pages that can be a page's parent.</summary>
    public ImmutableArray<PostLink> Parents { get; init; } = [];

    /// <summary>The preview; null before it was asked for.</summary>
    public PostPreviewModel? Preview { get; init; }

    /// <summary>The viewer's unsaved text, against what is stored; null when there is none.</summary>
    public AutosaveOffer? Autosave { get; init; }

    /// <summary>The difference between what somebody else saved meanwhile and the fields; null when nobody did.</summary>
    public TextDiff? Conflict { get; init; }

    /// <summary>The longest title, in characters.</summary>
    public int MaximumTitleLength { get; init; } = 300;
}
