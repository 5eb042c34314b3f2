namespace BlogKit.AspNetCore.Endpoints;

/// <summary>
/// Says which WebSub hubs the blog's own feeds name. Register one as a singleton (<c>TryAddEnumerable</c>); every one is asked for every
/// feed that is made.
/// </summary>
public interface IFeedHubs
{
    /// <summary>The hubs, absolute http or https addresses.</summary>
    IEnumerable<Uri> Hubs { get; }
}
