namespace BlogKit.AspNetCore.Internal;

/// <summary>Somebody says that a page of theirs links to a post.</summary>
/// <param name="PostId">The post.</param>
/// <param name="Source">Their page.</param>
/// <param name="Target">The address they link to, as they sent it.</param>
internal sealed record Mention(PostId PostId, Uri Source, Uri Target);
