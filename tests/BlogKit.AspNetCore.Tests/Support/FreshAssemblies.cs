using System.Reflection;
using System.Runtime.Loader;

namespace BlogKit.AspNetCore.Tests;

/// <summary>
/// The web packages and these tests once more, as a process has them that has just begun: whatever is kept in static members is not yet made,
/// though other tests have used it long ago. The rest is shared, so that what stands in types of the framework can be handed over.
/// </summary>
internal sealed class FreshAssemblies() : AssemblyLoadContext("fresh")
{
    private static readonly string Tests = typeof(FreshAssemblies).Assembly.GetName().Name!;
    private static readonly string[] Fresh = [Tests, "BlogKit.AspNetCore", "BlogKit.OpenWeb"];

    /// <summary>Runs a static method of these tests among them.</summary>
    public static Task<T> RunAsync<T>(Func<Task<T>> method) => new FreshAssemblies()
        .LoadFromAssemblyName(new AssemblyName(Tests))
        .GetType(method.Method.DeclaringType!.FullName!)!
        .GetMethod(method.Method.Name)!
        .CreateDelegate<Func<Task<T>>>()();

    protected override Assembly? Load(AssemblyName assemblyName) => Fresh.Contains(assemblyName.Name)
        ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll"))
        : null;
}
