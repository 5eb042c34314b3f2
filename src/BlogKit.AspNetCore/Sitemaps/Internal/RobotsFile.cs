using BlogKit.AspNetCore.Endpoints;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Marks the endpoints of robots.txt, and says in a request which blogs are told of in it.</summary>
/// <param name="Mounts">The blogs on the host of the request, in the order they were mapped.</param>
internal sealed record RobotsFile(ImmutableArray<BlogMount> Mounts)
{
    public static RobotsFile Instance { get; } = new(ImmutableArray<BlogMount>.Empty);
}
