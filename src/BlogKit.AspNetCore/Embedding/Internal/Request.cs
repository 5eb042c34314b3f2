using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The request a component is rendered for.</summary>
internal static class Request
{
    public static HttpContext Of(IHttpContextAccessor accessor) => accessor.HttpContext
        ?? throw new InvalidOperationException("There is no request: BlogKit's components are rendered on the server, in answer to a request. Use them without an interactive render mode.");
}
