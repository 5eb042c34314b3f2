using System.Reflection;
using System.Runtime.CompilerServices;

namespace BlogKit.Architecture;

/// <summary>
/// What others implement and fill in does not ask for more. From 1.0 on an interface grows by methods with a body, a class that others
/// derive from by virtual members, and a record by members with a default: stores with their tests, policies and senders that were written
/// before go on compiling and loading.
/// </summary>
public sealed class ContractGrowthTests
{
    private const string List = "tests/BlogKit.Architecture.Tests/contracts.txt";
    private static readonly string[] s_packages =
        [
            "BlogKit", "BlogKit.AI", "BlogKit.Akismet", "BlogKit.AspNetCore", "BlogKit.Html", "BlogKit.Interchange", "BlogKit.Moderation", "BlogKit.OpenWeb",
            "BlogKit.Specification.Tests", "BlogKit.Sqlite",
        ];

    [Fact]
    public void What_implementers_must_write_and_callers_must_fill_in_is_what_the_list_says()
    {
        var asked = s_packages.SelectMany(static p => Asked(Assembly.Load(p).GetExportedTypes())).Order(StringComparer.Ordinal).ToArray();
        var path = Repository.PathTo(List.Split('/'));
        var listed = File.Exists(path) ? File.ReadAllLines(path) : [];
        if (MayGrow(typeof(BlogService).Assembly.GetName().Version!) && Environment.GetEnvironmentVariable("BLOGKIT_ACCEPT_API") is "1")
        {
            File.WriteAllLines(path, asked);
            listed = asked;
        }

        asked.Except(listed).Should().BeEmpty(
            "a new method of an interface has a body, a new member of a class is virtual, a new member of a record has a default; "
            + "before 1.0 BLOGKIT_ACCEPT_API=1 takes it into the list");
        listed.Except(asked).Should().BeEmpty("what is gone leaves the list");
    }

    [Fact]
    public void From_the_first_version_on_nothing_is_taken_into_the_list()
    {
        MayGrow(new Version(0, 9, 3, 0)).Should().BeTrue();
        MayGrow(new Version(1, 0, 0, 0)).Should().BeFalse();
        MayGrow(new Version(2, 1, 0, 0)).Should().BeFalse();
    }

    [Fact]
    public void A_method_with_a_body_and_a_member_with_a_default_ask_for_nothing() =>
        Asked([typeof(IExample), typeof(Example), typeof(ExampleBase)]).Should().Equal(
            "IExample.Must()", "Example.Must", "ExampleBase.get_Must()");

    private static bool MayGrow(Version version) => version.Major == 0;

    private static IEnumerable<string> Asked(IEnumerable<Type> types) => types.SelectMany(static t => t.IsInterface
        ? t.GetMethods().Where(static m => m.IsAbstract).Select(Signature)
        : t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(static p => p.GetCustomAttribute<RequiredMemberAttribute>() is not null)
            .Select(p => $"{Name(t)}.{p.Name}")
            .Concat(MembersToOverride(t).Select(Signature)));

    // Of classes that others can derive from; what BlogKit alone derives from may ask for more.
    private static IEnumerable<MethodInfo> MembersToOverride(Type type) =>
        type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Any(IsOpen)
            ? type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(static m => m.IsAbstract && IsOpen(m))
            : [];

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Signature(MethodInfo method) =>
        $"{Name(method.DeclaringType!)}.{method.Name}({string.Join(", ", method.GetParameters().Select(static p => Name(p.ParameterType)))})";

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name[..Math.Max(type.Name.IndexOf('`', StringComparison.Ordinal), 1)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;

    private interface IExample
    {
        void Must();

        void May() => Must();
    }

    private abstract class ExampleBase
    {
        public abstract string Must { get; }

        public virtual string May => Must;
    }

    private sealed class Example
    {
        public required string Must { get; init; }

        public string May { get; init; } = "";
    }
}
