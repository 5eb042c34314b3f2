namespace BlogKit;

/// <summary>What happens to comments before any policy of your own is asked.</summary>
public sealed class ModerationOptions
{
    /// <summary>Which comments wait for a moderator. Default: a commenter's first.</summary>
    public HoldMode Hold { get; set; } = HoldMode.FirstComment;
}
