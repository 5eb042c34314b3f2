using BlogKit.Moderation;

namespace BlogKit.Internal;

/// <summary>A comment with a new text that was judged.</summary>
/// <param name="Comment">The comment with the decision about the text, not stored yet.</param>
/// <param name="Judgement">What the policies found.</param>
internal sealed record JudgedChange(Comment Comment, Judgement Judgement);
