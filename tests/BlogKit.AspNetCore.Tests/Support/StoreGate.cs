using System.Reflection;
using BlogKit.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Stands before every call of the store, whatever the role: a test says what happens there.</summary>
internal sealed class StoreGate
{
    private const int FewestRoles = 16;
    private static readonly MethodInfo Wrap = typeof(StoreGate).GetMethod(nameof(Guard), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>What happens before a call, given the role's method and the call's token.</summary>
    public required Func<MethodInfo, CancellationToken, Task> Before { get; set; }

    /// <summary>A gate at which every call leaves whatever context it came from.</summary>
    public static StoreGate Yielding => new() { Before = static (_, _) => YieldAsync() };

    /// <summary>Whether this run of the suite is the one in which every call of the store yields: see docs/contributing.md.</summary>
    public static bool IsYieldingRun => Environment.GetEnvironmentVariable("BLOGKIT_YIELD") is "1";

    // As a store behind a network: the call is never done at once, and goes on where no context is.
    public static async Task YieldAsync() => await Task.Run(static () => { }).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);

    public void StandBefore(IServiceCollection services)
    {
        var roles = services.Where(static s => s.ServiceType is { IsInterface: true } type
            && type.Assembly == typeof(ICommentStore).Assembly
            && type.Name.EndsWith("Store", StringComparison.Ordinal))
            .GroupBy(static s => s.ServiceType)
            .Select(static g => g.Last())
            .ToArray();
        if (roles.Length < FewestRoles)
        {
            throw new InvalidOperationException(
                $"The gate stands before {roles.Length} roles of the store only: it does not know them any more.");
        }

        foreach (var role in roles)
        {
            services.AddSingleton(
                role.ServiceType, s => Wrap.MakeGenericMethod(role.ServiceType).Invoke(null, [role.ImplementationFactory!(s), this])!);
        }
    }

    private static TRole Guard<TRole>(object store, StoreGate gate)
        where TRole : class
    {
        var guarded = DispatchProxy.Create<TRole, GatedStore>();
        ((GatedStore)(object)guarded).Open(store, gate);
        return guarded;
    }
}
