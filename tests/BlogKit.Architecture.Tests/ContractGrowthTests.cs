using System.Reflection;
using System.Runtime.CompilerServices;

namespace BlogKit.Architecture;

/// <summary>
/// What others implement and fill in does not ask for more. From 1.0 on an interface grows by methods with a body, and a record by members
/// with a default: stores, policies and senders that were written before go on compiling and loading.
/// </summary>
public sealed class ContractGrowthTests
{
    private const string List = "tests/BlogKit.Architecture.Tests/contracts.txt";
    private static readonly string[] s_packages =
        [
            "BlogKit", "BlogKit.AI", "BlogKit.Akismet", "BlogKit.AspNetCore", "BlogKit.Html", "BlogKit.Moderation", "BlogKit.OpenWeb",
            "BlogKit.Sqlite",
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
            "a new method of an interface has a body, a new member of a record a default; "
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
        Asked([typeof(IExample), typeof(Example)]).Should().Equal("IExample.Must()", "Example.Must");

    private static bool MayGrow(Version version) => version.Major == 0;

    private static IEnumerable<string> Asked(IEnumerable<Type> types) => types.SelectMany(static t => t.IsInterface
        ? t.GetMethods()
            .Where(static m => m.IsAbstract)
            .Select(m => $"{Name(t)}.{m.Name}({string.Join(", ", m.GetParameters().Select(static p => Name(p.ParameterType)))})")
        : t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(static p => p.GetCustomAttribute<RequiredMemberAttribute>() is not null)
            .Select(p => $"{Name(t)}.{p.Name}"));

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name[..Math.Max(type.Name.IndexOf('`', StringComparison.Ordinal), 1)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;

    private interface IExample
    {
        void Must();

        void May() => Must();
    }

    private sealed class Example
    {
        public required string Must { get; init; }

        public string May { get; init; } = "";
    }
}
