namespace BlogKit.AspNetCore.Internal;

/// <summary>Why a moderator does something; kept in the log, null for no reason given.</summary>
internal sealed record ApiReason(string? Reason);
