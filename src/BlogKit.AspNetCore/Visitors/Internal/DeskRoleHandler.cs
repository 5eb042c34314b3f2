using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Reads the roles from the author's profile. Two commands, which the handler behind the policy need not give again.</summary>
internal sealed class DeskRoleHandler(IHttpContextAccessor contexts, BlogRequests requests) : AuthorizationHandler<DeskRoleRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, DeskRoleRequirement requirement)
    {
        if (contexts.HttpContext is not { } http || http.GetEndpoint()?.Metadata.GetMetadata<BlogMount>() is not { } mount)
        {
            return;
        }

        try
        {
            await LetInAsync(context, requirement, http, mount).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Whoever left is not let in, and that is no error.
        }
    }

    private async Task LetInAsync(AuthorizationHandlerContext context, DeskRoleRequirement requirement, HttpContext http, BlogMount mount)
    {
        if (await requests.OpenAsync(http, mount, withGuests: false).ConfigureAwait(false) is { } request
            && requirement.IsMetBy(request.Actor.ForBlog(request.Blog.Id)))
        {
            context.Succeed(requirement);
        }
    }
}
