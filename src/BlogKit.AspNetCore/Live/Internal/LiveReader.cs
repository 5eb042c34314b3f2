using System.Threading.Channels;

namespace BlogKit.AspNetCore.Internal;

/// <summary>One open stream's end of the news of a post. Completed when the post changed.</summary>
internal sealed class LiveReader(ChannelReader<LiveNews> news, Action leave) : IDisposable
{
    public ChannelReader<LiveNews> News => news;

    public void Dispose() => leave();
}
