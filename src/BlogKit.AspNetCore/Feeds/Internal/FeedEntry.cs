using System.Collections.Immutable;

namespace BlogKit.AspNetCore.Internal;

/// <summary>One post of a feed.</summary>
internal sealed record FeedEntry(Post Post, int ShownComments, ImmutableArray<Author> Authors, ImmutableArray<Category> Categories);
