using System.Reflection;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A role of the store behind a <see cref="StoreGate"/>.</summary>
public class GatedStore : DispatchProxy
{
    private static readonly MethodInfo Awaited =
        typeof(GatedStore).GetMethod(nameof(PassAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;
    private object _store = null!;
    private StoreGate _gate = null!;

    internal void Open(object store, StoreGate gate)
    {
        _store = store;
        _gate = gate;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var method = targetMethod!;
        var type = method.ReturnType;
        if (type == typeof(Task))
        {
            return PassAsync<object>(method, args!);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))
        {
            return Awaited.MakeGenericMethod(type.GenericTypeArguments[0]).Invoke(this, [method, args!]);
        }

        return typeof(Task).IsAssignableFrom(type)
            || type.Name.StartsWith("ValueTask", StringComparison.Ordinal)
            || type.Name.StartsWith("IAsync", StringComparison.Ordinal)
            ? throw new NotSupportedException($"The gate does not know {method.DeclaringType}.{method.Name}, which answers with {type}.")
            : method.Invoke(_store, args);
    }

    private async Task<T?> PassAsync<T>(MethodInfo method, object?[] args)
    {
        await _gate.Before(method, args.OfType<CancellationToken>().FirstOrDefault()).ConfigureAwait(false);
        var going = (Task)method.Invoke(_store, BindingFlags.DoNotWrapExceptions, null, args, null)!;
        await going.ConfigureAwait(false);
        return going is Task<T> with ? await with.ConfigureAwait(false) : default;
    }
}
