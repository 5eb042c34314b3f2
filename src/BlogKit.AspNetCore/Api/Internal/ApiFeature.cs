using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The JSON API, mapped from its table; the desk's part only where the application defined the policies that guard it.</summary>
internal static class ApiFeature
{
    // What the API says where there is nothing, and its description.
    private static readonly EndpointRule s_rule = new(CacheRule.Own);

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<ApiReplays>();
        services.TryAddSingleton<ApiPipeline>();
        services.TryAddSingleton<ReadablePosts>();
        services.TryAddSingleton<BlogApi>();
        services.TryAddSingleton<PostsApi>();
        services.TryAddSingleton<ThreadApi>();
        services.TryAddSingleton<CommentsApi>();
        services.TryAddSingleton<NamesApi>();
        services.TryAddSingleton<DeskPostsApi>();
        services.TryAddSingleton<DeskCommentsApi>();
        services.TryAddSingleton<DeskLogApi>();
        services.TryAddSingleton<BacktestApi>();
    }

    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        var services = ((IEndpointRouteBuilder)group).ServiceProvider;
        if (mount.ApiCorsPolicy is { } cors)
        {
            group.RequireCors(cors);
        }

        var operations = ApiOperations.For(BlogKitPolicies.AreDefined(services));
        foreach (var operation in operations)
        {
            var rule = RuleOf(operation);
            var endpoint = rule.Put(
                group.MapMethods(operation.Path, operation.IsRead ? Reading : [operation.Method], Handler(operation, rule))
                    .WithDisplayName("BlogKit API " + operation.Id)
                    .WithMetadata(operation)
                    .DisableCookieRedirect(),
                services);
            if (operation.Policy is { } policy)
            {
                endpoint.RequireAuthorization(policy);
            }
        }

        var document = new OpenApiDocument(operations, mount);
        group.MapRead("/openapi.json", document.WriteAsync, "API document", s_rule);
        foreach (var path in operations.GroupBy(static o => o.Path, StringComparer.Ordinal))
        {
            MapOtherMethods(group, path.Key, [.. path.SelectMany(static o => o.IsRead ? Reading : [o.Method])]);
        }

        MapOtherMethods(group, "/openapi.json", Reading);
        if (mount.Prefix.Length > 0)
        {
            group.Map("/{**path}", static context => ApiPipeline.WriteAsync(context, ApiProblems.NotFound))
                .WithDisplayName("BlogKit API not found")
                .WithMetadata(s_rule)
                .WithOrder(int.MaxValue);
        }
    }

    private static EndpointRule RuleOf(ApiOperation operation) =>
        new(operation.Access is ApiAccess.Readers ? CacheRule.Own : CacheRule.OwnNever)
        {
            Limit = operation.RateLimit,
            Body = !operation.HasInput ? null : operation.HasLargeBody ? BodyLimits.Post : BodyLimits.Comment,
            Refuse = static (context, refusal) => ApiPipeline.WriteAsync(context, ApiProblems.Limited(refusal.Seconds)),
            Fail = static (context, outage) => ApiPipeline.WriteAsync(context, ApiProblems.Of(outage)),
        };

    private static RequestDelegate Handler(ApiOperation operation, EndpointRule rule)
    {
        var answer = rule.Hold(context => context.RequestServices.GetRequiredService<ApiPipeline>().RunAsync(context, operation));
        return operation.IsRead || operation.KeepsNothing ? Leaving.Allow(answer) : Leaving.Finish(answer);
    }

    // An endpoint without methods is chosen when none with the method is there.
    private static void MapOtherMethods(RouteGroupBuilder group, string path, string[] methods)
    {
        var allowed = string.Join(", ", methods);
        group.Map(path, context =>
        {
            context.Response.Headers.Allow = allowed;
            return ApiPipeline.WriteAsync(
                context,
                ApiProblems.Of(
                    StatusCodes.Status405MethodNotAllowed,
                    "Method not allowed",
                    "method-not-allowed",
                    "This address takes {allowed}.",
                    arguments: [("allowed", allowed)]));
        }).WithDisplayName("BlogKit API other methods").WithMetadata(s_rule);
    }
}
