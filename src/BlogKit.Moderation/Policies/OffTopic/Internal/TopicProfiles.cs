using Microsoft.Extensions.Caching.Memory;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// Keeps what posts and conversations are about, so that the next comment need not wait for it. Bounded; safe for concurrent use.
/// </summary>
internal sealed class TopicProfiles : IDisposable
{
    private const int MaximumConversationWords = 4_000;
    private const int SampledCharacters = 32;

    private readonly MemoryCache _cache;
    private readonly int _maximumTerms;

    public TopicProfiles(int size, int maximumTerms)
    {
        _cache = new MemoryCache(new MemoryCacheOptions { SizeLimit = size });
        _maximumTerms = maximumTerms;
    }

    public TopicPlace Place(PostId postId, PostText post, TopicText reader)
    {
        var key = new PlaceKey(postId, post.Version, Sample(post.Title) ^ (31 * Sample(post.Text)), reader);
        return _cache.TryGetValue(key, out TopicPlace? place) ? place! : Keep(key, TopicPlace.Of(post, reader, _maximumTerms * 4));
    }

    /// <summary>The profile of a conversation; one text counts half of a post's, several that say the same count more and more.</summary>
    public TopicProfile Conversation(PostId postId, ImmutableArray<ConversationComment> conversation, TopicText reader)
    {
        if (conversation.IsDefaultOrEmpty)
        {
            return TopicProfile.Empty;
        }

        var identity = 17L;
        foreach (var comment in conversation)
        {
            identity = (identity * 31) + comment.Id.GetHashCode();
            identity = (identity * 31) + Sample(comment.PlainText);
        }

        var key = new PlaceKey(postId, conversation.Length, identity, reader);
        if (_cache.TryGetValue(key, out TopicProfile? profile))
        {
            return profile!;
        }

        var builder = new TopicProfile.Builder(reader, _maximumTerms, MaximumConversationWords);
        foreach (var comment in conversation)
        {
            builder.Add(comment.PlainText, 0.5f);
        }

        return Keep(key, builder.Build());
    }

    public TopicProfile Parent(ParentFacts parent, TopicText reader)
    {
        var key = new ParentKey(parent.Id, Sample(parent.PlainText), reader);
        if (_cache.TryGetValue(key, out TopicProfile? profile))
        {
            return profile!;
        }

        var builder = new TopicProfile.Builder(reader, _maximumTerms, MaximumConversationWords);
        builder.Add(parent.PlainText, 1);
        return Keep(key, builder.Build());
    }

    public void Dispose() => _cache.Dispose();

    private T Keep<T>(object key, T value) => _cache.Set(key, value, new MemoryCacheEntryOptions { Size = 1 });

    /// <summary>The length and some characters: a text that changed under the same version is told at little cost.</summary>
    private static long Sample(string text)
    {
        var hash = (long)text.Length;
        var step = Math.Max(1, text.Length / SampledCharacters);
        for (var i = 0; i < text.Length; i += step)
        {
            hash = (hash * 31) + text[i];
        }

        return hash;
    }

    private sealed record PlaceKey(PostId PostId, long Version, long Identity, TopicText Reader);

    private sealed record ParentKey(CommentId Id, long Identity, TopicText Reader);
}
