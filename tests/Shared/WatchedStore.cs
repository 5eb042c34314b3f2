using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Testing;

/// <summary>A role of a store of which somebody sees every call before the store does, and may answer it instead.</summary>
/// <typeparam name="T">The role.</typeparam>
#pragma warning disable CA1852 // DispatchProxy derives from it at run time
internal class WatchedStore<T> : DispatchProxy
#pragma warning restore CA1852
    where T : class
{
    private T _store = null!;
    private Answer _answer = null!;

    /// <summary>Answers a call, by its method and arguments; what is handed over last asks the store.</summary>
    public delegate object? Answer(MethodInfo method, object?[] arguments, Func<object?> ask);

    /// <summary>Stands before a store.</summary>
    public static T Over(T store, Answer answer)
    {
        var watched = Create<T, WatchedStore<T>>();
        var self = (WatchedStore<T>)(object)watched;
        (self._store, self._answer) = (store, answer);
        return watched;
    }

    /// <summary>Stands before the store that is registered.</summary>
    public static void Register(IServiceCollection services, Func<T, Answer> answer)
    {
        var registered = services.Last(static service => service.ServiceType == typeof(T));
        services.AddSingleton(provider =>
        {
            var store = (T)registered.ImplementationFactory!(provider);
            return Over(store, answer(store));
        });
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => _answer(
        targetMethod!, args!, () => targetMethod!.Invoke(_store, BindingFlags.DoNotWrapExceptions, null, args, null));
}
