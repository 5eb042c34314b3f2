using System.Collections.Immutable;
using BlogKit.Internal;

namespace BlogKit;

/// <summary>A comment and all that policies may judge it by.</summary>
public sealed record ModerationContext
{
    // A copy made by "with" takes the folded text along; it is folded anew when the text is another.
    private MatchTextCache _text;

    /// <summary>The comment as it would be stored. Of an edited one, status and decision are those before the edit; of a new one they say nothing yet.</summary>
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

    /// <summary>The text of the comment as matching sees it; folded once, whichever policy asks first.</summary>
    internal MatchText Text
    {
        get
        {
            var text = _text.Text;
            if (text is null || !ReferenceEquals(text.Original, Comment.PlainText))
            {
                text = MatchText.Of(Comment.PlainText);
                _text = new MatchTextCache(text);
            }

            return text;
        }
    }
}
