using System.Collections.Frozen;

namespace BlogKit.Moderation.Internal;

/// <summary>A post as a place to comment at.</summary>
/// <param name="Key">Which post, told by what it says.</param>
/// <param name="Profile">What it is about.</param>
/// <param name="TitleKeys">The words of its title.</param>
internal sealed record TopicPlace(ulong Key, TopicProfile Profile, FrozenSet<ulong> TitleKeys)
{
    private const int MaximumTitleTerms = 24;
    private const int MaximumWords = 2_000;

    public static TopicPlace Of(PostText post, TopicText reader, int maximumTerms)
    {
        var builder = new TopicProfile.Builder(reader, maximumTerms, MaximumWords);
        builder.Add(post.Title, 1.6f);
        builder.Add(post.Text, 1);
        builder.Add(string.Join('\n', post.Tags.IsDefault ? [] : post.Tags), 1);
        var title = new List<TopicTerm>();
        reader.Read(post.Title, title, MaximumTitleTerms);
        return new TopicPlace(TopicModel.KeyOf(post), builder.Build(), title.Select(static t => t.Key).ToFrozenSet());
    }
}
