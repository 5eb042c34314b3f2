namespace BlogKit.AspNetCore.Internal;

/// <summary>Bans, newest first.</summary>
internal sealed record ApiBanList(ImmutableArray<ApiBan> Items);
