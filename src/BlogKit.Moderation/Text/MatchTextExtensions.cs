namespace BlogKit.Moderation;

/// <summary>The folded text of the comment that is judged.</summary>
public static class MatchTextExtensions
{
    extension(ModerationContext context)
    {
        /// <summary>The text of the comment as matching sees it; folded once, whichever policy asks first.</summary>
        public MatchText Text => context.Once(static comment => MatchText.Of(comment.PlainText));
    }
}
