using System.Reflection;
using Xunit;

namespace BlogKit.Specification;

/// <summary>
/// The base of every suite: one started, empty store per test, closed afterwards, and the means to fill it. Inherit the suites, not this
/// class; <see cref="AssertComplete"/> tells which one was forgotten.
/// </summary>
public abstract class StoreSpecification : IAsyncLifetime
{
    private StoreHarness? _store;

    /// <summary>The store under test, started and empty.</summary>
    protected StoreHarness Store => _store ?? throw new InvalidOperationException("The store is there once the test has begun.");

    /// <summary>The maker of test data.</summary>
    protected SampleData Sample { get; } = new();

    /// <summary>
    /// Fails when a suite of the kit has no class in the test assembly that runs it against the harness.
    /// Call it from a test of your own.
    /// </summary>
    /// <param name="testAssembly">The assembly that inherits the suites.</param>
    /// <param name="harnessType">The harness whose store must be tested by every suite.</param>
    public static void AssertComplete(Assembly testAssembly, Type harnessType)
    {
        ArgumentNullException.ThrowIfNull(testAssembly);
        ArgumentNullException.ThrowIfNull(harnessType);
        var runs = testAssembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(StoreSpecification)) && Runs(type, harnessType))
            .ToList();
        var forgotten = typeof(StoreSpecification).Assembly.GetExportedTypes()
            .Where(suite => suite.IsAbstract && suite.IsSubclassOf(typeof(StoreSpecification)) && !runs.Exists(suite.IsAssignableFrom))
            .Select(suite => suite.Name)
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.True(
            forgotten.Count == 0,
            $"{testAssembly.GetName().Name} has no public class that inherits {string.Join(", ", forgotten)} and creates "
                + $"{harnessType.Name}.");
    }

    /// <summary>Opens the store. Called by xunit before every test.</summary>
    public virtual Task InitializeAsync()
    {
        _store = CreateHarness();
        return _store.StartAsync();
    }

    /// <summary>Closes the store. Called by xunit after every test.</summary>
    public virtual async Task DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Makes a harness. It opens nothing yet: that is the work of <see cref="StoreHarness.StartAsync"/>.</summary>
    protected abstract StoreHarness CreateHarness();

    private static bool Runs(Type suite, Type harnessType) =>
        suite.GetConstructor(Type.EmptyTypes) is { } constructor
        && constructor.Invoke(null) is StoreSpecification specification
        && harnessType.IsInstanceOfType(specification.CreateHarness());
}
