using BlogKit.Internal;

namespace BlogKit.Moderation;

/// <summary>A comment with everything that policies may judge it by.</summary>
public sealed record ModerationContext
{
    // Computed values of the comment. A copy made by "with" has the same ones; they are looked up by comment, so a copy with another
    // comment computes its own.
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

    /// <summary>The number of the commenter's earlier comments, by status.</summary>
    public required CommenterHistory History { get; init; }

    /// <summary>Every link target in the text.</summary>
    public required ImmutableArray<string> Links { get; init; }

    /// <summary>Whether this is a changed text of a comment that was submitted before.</summary>
    public bool IsEdit { get; init; }

    /// <summary>The actor who submits it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The facts that were read because a policy <see cref="IModerationPolicy.Needs"/> them. Default none.</summary>
    public ModerationFacts Facts { get; init; } = ModerationFacts.None;

    /// <summary>The facts that the form told; null when the comment did not come by a form, and for edits.</summary>
    public FormFacts? Form { get; init; }

    /// <summary>
    /// Returns a value that several policies compute from the comment, such as its folded text or its words, computed once, by whichever
    /// asks first. Made anew for a context with another comment. Safe for concurrent use: two that ask at the same moment may each make it,
    /// and are given the same one.
    /// </summary>
    /// <typeparam name="T">The type of the value; there is one value of each type. Immutable, because all policies share it.</typeparam>
    /// <param name="create">Makes it of the comment.</param>
    /// <exception cref="InvalidOperationException"><paramref name="create"/> gave null.</exception>
    public T GetOrCreate<T>(Func<Comment, T> create)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(create);
        return _parts.GetOrCreate(Comment, create);
    }
}
