namespace BlogKit.Moderation;

/// <summary>What of a comment's writer is banned with many comments at once (<see cref="BulkAction.Ban"/>).</summary>
public enum BanTarget
{
    /// <summary>Who they are: their user key or e-mail address.</summary>
    Writer = 0,

    /// <summary>Who they are, and the address that the comment came from (IPv6: its /64), which others may share.</summary>
    WriterAndAddress = 1,
}
