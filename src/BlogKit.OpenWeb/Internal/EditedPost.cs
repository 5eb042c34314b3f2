namespace BlogKit.OpenWeb.Internal;

/// <summary>A post as an editing program's request left it.</summary>
/// <param name="Post">The post.</param>
/// <param name="Lost">What of HTML that was sent the post does not have, each once, in alphabetical order; empty for none.</param>
internal sealed record EditedPost(Post Post, ImmutableArray<string> Lost);
