namespace BlogKit.AspNetCore.Internal;

/// <summary>Says which WebSub hubs the blog's own feeds name. Every registered one is asked.</summary>
internal interface IFeedHubs
{
    IEnumerable<Uri> Hubs { get; }
}
