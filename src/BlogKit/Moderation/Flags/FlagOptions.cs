namespace BlogKit.Moderation;

/// <summary>The options of flags: what they weigh, and when they hide a comment.</summary>
public sealed class FlagOptions
{
    /// <summary>Whether readers can object at all. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// The weight at which a comment is put back to wait for a moderator. Default 3; 0.1 to 1,000. A flag of a moderator or an author of
    /// the blog weighs this much.
    /// </summary>
    public double HideAt { get; set; } = 3;

    /// <summary>The weight of a signed-in user's flag. Default 1; 0.01 to 1,000.</summary>
    public double UserWeight { get; set; } = 1;

    /// <summary>
    /// The weight of a guest's flag. Default 0.5; 0.01 to 1,000. All guests of one network (an IPv4 address, an IPv6 /64) have one
    /// objection together, and guests alone never hide what a signed-in user or an author wrote.
    /// </summary>
    public double GuestWeight { get; set; } = 0.5;

    /// <summary>The longest note, in characters. Default 500; 1 to 10,000.</summary>
    public int MaximumNoteLength { get; set; } = 500;

    internal void Check(string path, ICollection<string> failures)
    {
        OptionChecks.CheckRange(failures, $"{path}:{nameof(HideAt)}", HideAt, 0.1, 1_000);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(UserWeight)}", UserWeight, 0.01, 1_000);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(GuestWeight)}", GuestWeight, 0.01, 1_000);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(MaximumNoteLength)}", MaximumNoteLength, 1, 10_000);
    }
}
