using System.Collections.Immutable;
using System.Reflection;
using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit.Architecture;

/// <summary>
/// Whoever knows one call of a service or a store knows how to write the others: one order of parameters, one meaning of each verb.
/// </summary>
public sealed class ServiceCallTests
{
    private static readonly NullabilityInfoContext s_nullability = new();

    private static IEnumerable<MethodInfo> ServiceCalls => ((Type[])[typeof(BlogService), typeof(LearningService)])
        .SelectMany(static type => type.Assembly.GetExportedTypes())
        .Where(static t => t is { IsClass: true, IsAbstract: false } && t.Name.EndsWith("Service", StringComparison.Ordinal))
        .SelectMany(static t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(static m => m.ReturnType.IsAssignableTo(typeof(Task)));

    private static IEnumerable<MethodInfo> Calls => ServiceCalls.Concat(typeof(BlogService).Assembly.GetExportedTypes()
        .Where(static t => t.IsInterface && t.Name.EndsWith("Store", StringComparison.Ordinal))
        .SelectMany(static t => t.GetMethods()));

    [Fact]
    public void Services_are_told_the_blog_then_what_then_who_acts_then_the_version_then_what_may_be_left_out()
    {
        var others = ServiceCalls
            .Where(static m => !m.GetParameters().Select(Rank).SequenceEqual(m.GetParameters().Select(Rank).Order()))
            .Select(Name);

        others.Should().BeEmpty();
        ServiceCalls.Should().HaveCountGreaterThan(90);
    }

    [Fact]
    public void Finding_gives_what_is_there_or_null_and_finding_many_an_array()
    {
        var find = Calls.Where(static m => m.Name.StartsWith("Find", StringComparison.Ordinal)).ToArray();

        find.Where(static m => m.Name.StartsWith("FindMany", StringComparison.Ordinal) ? !IsArray(Given(m)) : !MayBeNull(m)).Select(Name)
            .Should().BeEmpty();
        find.Should().HaveCountGreaterThan(12);
    }

    [Fact]
    public void Getting_fails_with_an_error_where_there_is_nothing()
    {
        var get = Calls.Where(static m => m.Name.StartsWith("Get", StringComparison.Ordinal)).ToArray();

        get.Where(static m => !IsResult(Given(m))).Select(Name).Should().BeEmpty();
        get.Should().HaveCountGreaterThan(6);
    }

    [Fact]
    public void Listing_gives_no_more_than_the_call_says_and_listing_all_everything_there_is()
    {
        var list = Calls
            .Where(static m => m.Name.StartsWith("List", StringComparison.Ordinal))
            .ToLookup(static m => m.Name.StartsWith("ListAll", StringComparison.Ordinal));

        list[true].Where(static m => !IsArray(Unwrapped(m)) || SaysHowMany(m)).Select(Name).Should().BeEmpty();
        list[false].Where(static m => !SaysHowMany(m) || (!IsArray(Unwrapped(m)) && !IsPart(Unwrapped(m)))).Select(Name).Should().BeEmpty();
        list[true].Should().HaveCountGreaterThan(15);
        list[false].Should().HaveCountGreaterThan(15);
    }

    private static string Name(MethodInfo method) =>
        $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(static p => p.Name))})";

    private static int Rank(ParameterInfo parameter) => parameter switch
    {
        { ParameterType.Name: nameof(CancellationToken) } => 6,
        { ParameterType.Name: nameof(BlogId) or nameof(QueueFilter) or nameof(LogFilter) } => 1,
        { ParameterType.Name: nameof(Actor) } => 3,
        { Name: "version" } => 4,
        { IsOptional: true } => 5,
        _ => 2,
    };

    private static Type Given(MethodInfo method) =>
        method.ReturnType.IsGenericType ? method.ReturnType.GetGenericArguments()[0] : typeof(void);

    private static Type Unwrapped(MethodInfo method) =>
        Given(method) is { IsGenericType: true } given && IsResult(given) ? given.GetGenericArguments()[0] : Given(method);

    private static bool IsResult(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Result<>);

    private static bool IsArray(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    private static bool IsPart(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Page<>) || type.GetGenericTypeDefinition() == typeof(Slice<>));

    private static bool MayBeNull(MethodInfo method) =>
        Nullable.GetUnderlyingType(Given(method)) is not null
        || s_nullability.Create(method.ReturnParameter).GenericTypeArguments is [{ ReadState: NullabilityState.Nullable }];

    private static bool SaysHowMany(MethodInfo method) =>
        method.GetParameters().Any(static p => p.Name is "limit" or "size" || p.ParameterType.GetProperty("Size") is not null);
}
