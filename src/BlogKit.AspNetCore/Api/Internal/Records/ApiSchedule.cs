namespace BlogKit.AspNetCore.Internal;

/// <summary>When a post is to appear.</summary>
internal sealed record ApiSchedule
{
    public required DateTimeOffset PublishAt { get; init; }
}
