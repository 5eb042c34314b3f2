namespace BlogKit.OpenWeb.Internal;

/// <summary>Somebody says that a page of theirs links to a post.</summary>
/// <param name="BlogId">The blog.</param>
/// <param name="PostId">The post.</param>
/// <param name="Source">Their page.</param>
/// <param name="Target">The address they link to, as they sent it.</param>
internal sealed record Mention(BlogId BlogId, PostId PostId, Uri Source, Uri Target);
