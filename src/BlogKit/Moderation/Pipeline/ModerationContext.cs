using System.Collections.Immutable;
using BlogKit.Internal;

namespace BlogKit.Moderation;

/// <summary>A comment and all that policies may judge it by.</summary>
public sealed record ModerationContext
{
    // A copy made by "with" takes them along; what belongs to another comment is not found.
    private KnownParts _parts;

    /// <summary>
    /// The comment as it would be stored. Of an edited one, status and decision are those before the edit; of a new one they say nothing
    /// yet.
    /// </summary>
    public required Comment Comment { get; init; }

    /// <summary>The post.</summary>
    public required PostFacts Post { get; init; }

    /// <summary>The comment answered; null for a root.</summary>
    public required ParentFacts? Parent { get; init; }

    /// <summary>What the commenter did before.</summary>
    public required CommenterHistory History { get; init; }

    /// <summary>Every link target in the text.</summary>
    public required ImmutableArray<string> Links { get; init; }

    /// <summary>Whether this is a changed text of a comment that was submitted before.</summary>
    public bool IsEdit { get; init; }

    /// <summary>Who submits it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>What was read because some policy <see cref="IModerationPolicy.Needs"/> it. Default nothing.</summary>
    public ModerationFacts Facts { get; init; } = ModerationFacts.None;

    /// <summary>What the form told; null when the comment did not come by a form, and for edits.</summary>
    public FormFacts? Form { get; init; }

    /// <summary>
    /// What several policies make of the comment, made once, by whichever asks first: its folded text, its words. Made anew for a context
    /// with another comment. Safe for concurrent use: two that ask at the same moment may each make it, and are given the same one.
    /// </summary>
    /// <typeparam name="T">What is made; there is one of each type. Immutable, because all policies share it.</typeparam>
    /// <param name="make">Makes it of the comment.</param>
    /// <exception cref="InvalidOperationException"><paramref name="make"/> gave null.</exception>
    public T Once<T>(Func<Comment, T> make)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(make);
        return _parts.Once(Comment, make);
    }
}
