namespace BlogKit.AspNetCore.Endpoints;

/// <summary>
/// Names the WebSub hubs of the blog's own feeds. Register one as a singleton (<c>TryAddEnumerable</c>); every one is asked for every feed
/// that is made.
/// </summary>
public interface IFeedHubs
{
    /// <summary>The hubs, absolute http or https addresses.</summary>
    IEnumerable<Uri> Hubs { get; }
}
