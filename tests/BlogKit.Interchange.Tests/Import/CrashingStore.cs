using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Interchange.Import;

/// <summary>A role of a store whose writes break off at a point.</summary>
public class CrashingStore : DispatchProxy
{
    private static readonly string[] s_writes = ["Save", "Import", "Begin", "Delete", "Add", "Purge", "Update"];

    private object? _store;
    private CrashPoint? _point;

    /// <summary>Puts it in front of every role that is registered.</summary>
    internal static void Wrap(IServiceCollection services, CrashPoint point)
    {
        for (var i = 0; i < services.Count; i++)
        {
            var role = services[i];
            if (role.ServiceType is { IsInterface: true, Namespace: "BlogKit.Storage" } type && role.ImplementationFactory is { } make)
            {
                services[i] = new ServiceDescriptor(type, s => Of(type, make(s), point), role.Lifetime);
            }
        }
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var isLast = Array.Exists(s_writes, write => targetMethod!.Name.StartsWith(write, StringComparison.Ordinal)) && _point!.Count();
        if (isLast && !_point!.IsAfterCommit)
        {
            throw new IOException("The process was killed before the write.");
        }

        object? answer;
        try
        {
            answer = targetMethod!.Invoke(_store, args);
        }
        catch (TargetInvocationException fault)
        {
            ExceptionDispatchInfo.Throw(fault.InnerException!);
            throw;
        }

        if (isLast)
        {
            ((Task)answer!).GetAwaiter().GetResult();
            throw new IOException("The process was killed after the write.");
        }

        return answer;
    }

    private static CrashingStore Of(Type role, object store, CrashPoint point)
    {
        var proxy = (CrashingStore)Create(role, typeof(CrashingStore));
        (proxy._store, proxy._point) = (store, point);
        return proxy;
    }
}
