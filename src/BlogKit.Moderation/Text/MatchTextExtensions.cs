namespace BlogKit.Moderation;

/// <summary>Gives the folded text of the comment that is judged.</summary>
public static class MatchTextExtensions
{
    extension(ModerationContext context)
    {
        /// <summary>The text of the comment folded for matching; folded once, whichever policy asks first.</summary>
        public MatchText Text => context.GetOrCreate(static comment => MatchText.Of(comment.PlainText));
    }
}
