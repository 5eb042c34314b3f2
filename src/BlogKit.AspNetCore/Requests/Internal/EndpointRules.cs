using BlogKit.AspNetCore.Endpoints;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The rules of BlogKit's endpoints; one that is made of something of a feature stands in its folder.</summary>
internal static class EndpointRules
{
    public static EndpointRule Page { get; } = new(CacheRule.Page);

    /// <summary>An address that only leads to another.</summary>
    public static EndpointRule Redirect { get; } = new(CacheRule.Change);

    /// <summary>An address that is looked up by a number that anybody can count up.</summary>
    public static EndpointRule OldComment { get; } = Redirect with { Limit = BlogKitRateLimits.Search };

    public static EndpointRule Search { get; } = new(CacheRule.Page) { Limit = BlogKitRateLimits.Search };

    public static EndpointRule CommentForm { get; } =
        new(CacheRule.Change) { Limit = BlogKitRateLimits.Comment, Body = BodyLimits.Comment };

    public static EndpointRule NameForm { get; } =
        CommentForm with { Body = BodyLimits.Small, Who = "signed-in users whose account has no name to show" };

    public static EndpointRule Preview { get; } = new(CacheRule.Change) { Limit = BlogKitRateLimits.Preview, Body = BodyLimits.Comment };

    public static EndpointRule Feedback { get; } = new(CacheRule.Change) { Limit = BlogKitRateLimits.Feedback, Body = BodyLimits.Small };

    public static EndpointRule Unlock { get; } = new(CacheRule.Change) { TakesPassword = true, Body = BodyLimits.Password };

    public static EndpointRule Live { get; } = new(CacheRule.Never) { Limit = BlogKitRateLimits.Live, IsCountedByHandler = true };

    public static EndpointRule Forever { get; } = new(CacheRule.Forever);

    public static EndpointRule ServicePicture { get; } = new(CacheRule.OwnDay);

    public static EndpointRule Asset { get; } = new(CacheRule.Asset);

    public static EndpointRule Asked { get; } = new(CacheRule.Asked);

    public static EndpointRule Robots { get; } = new(CacheRule.Asked);

    public static EndpointRule Desk { get; } = new(CacheRule.Never);

    public static EndpointRule DeskForm { get; } = new(CacheRule.Change) { Limit = BlogKitRateLimits.Desk, Body = BodyLimits.Comment };

    public static EndpointRule SmallDeskForm { get; } = DeskForm with { Body = BodyLimits.Small };
}
