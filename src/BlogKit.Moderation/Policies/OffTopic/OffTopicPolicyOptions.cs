namespace BlogKit.Moderation;

/// <summary>The options of <see cref="OffTopicPolicy"/>.</summary>
public sealed class OffTopicPolicyOptions : ModerationPolicyOptions
{
    /// <summary>
    /// The distance from which on a comment is taken for off-topic; above <see cref="ScoreFrom"/>, at most 1. Default 0.85. Without a
    /// conversation so far only a comment that shares nothing with a longer post is that far. Sensitivity high moves it a quarter of the
    /// way to <see cref="ScoreFrom"/>, low half the way to 1.
    /// </summary>
    public double OffTopicAt { get; set; } = 0.85;

    /// <summary>
    /// The distance from which on a comment gets a score, which grows from 0 here to 1 at the greatest distance; 0 to 0.99. Default 0.7.
    /// </summary>
    public double ScoreFrom { get; set; } = 0.7;

    /// <summary>
    /// The outcome for a comment that is off-topic: <see cref="ModerationOutcome.Hold"/>, or <see cref="ModerationOutcome.Approve"/> to let
    /// only the score count. Anything stricter is refused: being off-topic is no reason to throw a comment away. Default hold.
    /// </summary>
    public ModerationOutcome Outcome { get; set; } = ModerationOutcome.Hold;

    /// <summary>The number of different words that say something below which a comment is never off-topic; 1 to 100. Default 5.</summary>
    public int MinimumWords { get; set; } = 5;

    /// <summary>The most words that say something of thanks, praise and greetings that are never off-topic; 0 to 100. Default 8.</summary>
    public int CourtesyWords { get; set; } = 8;

    /// <summary>The most words that say something of a question to the author that is never off-topic; 0 to 200. Default 25.</summary>
    public int QuestionWords { get; set; } = 25;

    /// <summary>
    /// The part of what it says that a reply must share with the comment it answers to be never off-topic, wherever the talk has drifted;
    /// 0.01 to 1. Default 0.12.
    /// </summary>
    public double NearParent { get; set; } = 0.12;

    /// <summary>
    /// The number of different words that say something below which a post is too short to compare with, unless there is a conversation; 0
    /// to 1,000. Default 5.
    /// </summary>
    public int MinimumPostWords { get; set; } = 5;

    /// <summary>
    /// The number of words of a comment that are looked at (of a post, four times as many); those behind do not count. Default 400.
    /// </summary>
    public int MaximumTerms { get; set; } = 400;

    /// <summary>The number of posts, conversations and answered comments kept ready in memory; 10 to 100,000. Default 2,000.</summary>
    public int CacheSize { get; set; } = 2_000;

    /// <inheritdoc/>
    public override void UsePreset(ModerationPreset preset)
    {
        Enabled = preset is not (ModerationPreset.Relaxed or ModerationPreset.None);
        if (preset is ModerationPreset.Strict)
        {
            OffTopicAt = 0.8;
            ScoreFrom = 0.65;
        }
    }

    /// <inheritdoc/>
    public override void Check(string path, ICollection<string> failures)
    {
        OptionChecks.CheckRange(failures, $"{path}:{nameof(ScoreFrom)}", ScoreFrom, 0, 0.99);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(OffTopicAt)}", OffTopicAt, 0, 1);
        if (OffTopicAt <= ScoreFrom)
        {
            failures.Add($"{path}:{nameof(OffTopicAt)} must be above {nameof(ScoreFrom)}.");
        }

        if (Outcome is not (ModerationOutcome.Approve or ModerationOutcome.Hold))
        {
            failures.Add($"{path}:{nameof(Outcome)} must be Hold or Approve: being off-topic never does more than hold.");
        }

        OptionChecks.CheckRange(failures, $"{path}:{nameof(MinimumWords)}", MinimumWords, 1, 100);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(CourtesyWords)}", CourtesyWords, 0, 100);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(QuestionWords)}", QuestionWords, 0, 200);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(NearParent)}", NearParent, 0.01, 1);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(MinimumPostWords)}", MinimumPostWords, 0, 1_000);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(MaximumTerms)}", MaximumTerms, 50, 5_000);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(CacheSize)}", CacheSize, 10, 100_000);
    }
}
