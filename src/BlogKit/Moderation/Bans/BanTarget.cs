namespace BlogKit.Moderation;

/// <summary>The keys of a comment's writer that <see cref="BulkAction.Ban"/> bans.</summary>
public enum BanTarget
{
    /// <summary>The writer: their user key or e-mail address.</summary>
    Writer = 0,

    /// <summary>The writer, and the address that the comment came from (IPv6: its /64), which others may share.</summary>
    WriterAndAddress = 1,
}
