using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// A host has one robots.txt: the application's own endpoint for it, where there is one, or one of BlogKit's that tells of every blog on
/// the host; and one icon. Runs after the policy that compares hosts.
/// </summary>
internal sealed class HostFileMatcherPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => int.MaxValue - 1;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        endpoints.Any(static endpoint => IsRobots(endpoint) || IsIcon(endpoint));

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var ours = new List<int>();
        var hasOwn = false;
        var hasIcon = false;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!candidates.IsValidCandidate(i))
            {
                continue;
            }

            if (IsRobots(candidates[i].Endpoint))
            {
                ours.Add(i);
            }
            else if (IsIcon(candidates[i].Endpoint))
            {
                candidates.SetValidity(i, !hasIcon);
                hasIcon = true;
            }
            else
            {
                hasOwn |= candidates[i].Endpoint is RouteEndpoint { RoutePattern.Parameters.Count: 0 };
            }
        }

        for (var i = 0; i < candidates.Count; i++)
        {
            // A blog at the root has a page for every name, this one too.
            if (hasOwn ? Mount(candidates, i) is not null : ours.IndexOf(i) > 0)
            {
                candidates.SetValidity(i, value: false);
            }
        }

        httpContext.Features.Set(new RobotsFile([.. ours.Select(i => Mount(candidates, i)!)]));
        return Task.CompletedTask;
    }

    private static BlogMount? Mount(CandidateSet candidates, int index) => candidates[index].Endpoint.Metadata.GetMetadata<BlogMount>();

    private static bool IsIcon(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IconRoute>() is not null;

    private static bool IsRobots(Endpoint endpoint) => endpoint.Metadata.GetMetadata<RobotsFile>() is not null;
}
