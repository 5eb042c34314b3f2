using BlogKit.AspNetCore.Endpoints;
using Microsoft.Extensions.Options;

namespace BlogKit.OpenWeb.Internal;

/// <summary>Lets feeds name the hubs that are told of posts.</summary>
internal sealed class OpenWebHubs(IOptions<OpenWebOptions> options) : IFeedHubs
{
    public IEnumerable<Uri> Hubs => options.Value.WebSubHubs;
}
