using System.Reflection;

namespace BlogKit.Architecture;

/// <summary>
/// Namespaces are by audience: <c>BlogKit</c> is what applications use, <c>BlogKit.Storage</c> is for who writes a store,
/// <c>BlogKit.Redirects</c> for who leads readers here from another site,
/// <c>BlogKit.Moderation</c> for who moderates, by rules or by hand. A newcomer who writes <c>using BlogKit;</c> is offered what a newcomer
/// needs.
/// </summary>
public sealed class NamespaceTests
{
    // What a newcomer can look through; a further type of the core has to be worth its place in everybody's list.
    private const int MostForEverybody = 160;

    private static readonly Dictionary<string, string[]> s_namespaces = new(StringComparer.Ordinal)
    {
        ["BlogKit"] = ["BlogKit", "BlogKit.Moderation", "BlogKit.Redirects", "BlogKit.Storage"],
        ["BlogKit.AI"] = ["BlogKit"],
        ["BlogKit.Akismet"] = ["BlogKit"],
        ["BlogKit.AspNetCore"] = ["BlogKit.AspNetCore", "BlogKit.AspNetCore.Components", "BlogKit.AspNetCore.Endpoints"],
        ["BlogKit.Html"] = ["BlogKit.Html"],
        ["BlogKit.Interchange"] = ["BlogKit.Interchange"],
        ["BlogKit.Moderation"] = ["BlogKit.Moderation"],
        ["BlogKit.OpenWeb"] = ["BlogKit.OpenWeb"],
        ["BlogKit.Sqlite"] = ["BlogKit"],
    };

    // Whoever registers a store wrote one; whoever tests a policy puts it before one; stores cut snippets.
    private static readonly string[] s_speaksOfStores =
        ["BlogKitBuilder.UseStore: StoreRoles", "ModerationPipeline..ctor: IModerationStore", "Snippet.CutAround: SearchPhrase"];

    public static TheoryData<string> Packages => [.. s_namespaces.Keys];

    [Fact]
    public void A_newcomer_is_offered_about_a_hundred_and_fifty_types() =>
        typeof(BlogService).Assembly.GetExportedTypes().Count(static type => type is { Namespace: "BlogKit", IsNested: false })
            .Should().BeLessThanOrEqualTo(MostForEverybody);

    [Theory]
    [MemberData(nameof(Packages))]
    public void Public_types_stand_in_the_namespaces_of_their_audiences(string package) =>
        Assembly.Load(package).GetExportedTypes()
            .Select(static type => type.Namespace)
            .Where(static name => !name!.StartsWith("Microsoft.", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Should().BeSubsetOf(s_namespaces[package]);

    [Theory]
    [InlineData("Storage")]
    [InlineData("Moderation")]
    public void What_stands_in_a_folder_with_a_namespace_has_it(string folder) =>
        Repository.Sources("src", "BlogKit", folder)
            .SelectMany(static file => File.ReadLines(file).Where(static line => line.StartsWith("namespace ", StringComparison.Ordinal)))
            .Distinct(StringComparer.Ordinal)
            .Should().BeSubsetOf([$"namespace BlogKit.{folder};", "namespace BlogKit.Internal;"]);

    [Fact]
    public void What_applications_use_speaks_of_nothing_that_only_a_store_needs() =>
        ((string[])["BlogKit", "BlogKit.Moderation"])
            .SelectMany(static package => Assembly.Load(package).GetExportedTypes())
            .Where(static type => type.Namespace is "BlogKit" or "BlogKit.Moderation")
            .SelectMany(static type => type.GetMembers(
                BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .SelectMany(member => Named(member)
                    .Where(static named => named.Namespace is "BlogKit.Storage")
                    .Select(named => $"{type.Name}.{member.Name}: {named.Name}")))
            .Distinct(StringComparer.Ordinal)
            .Should().BeSubsetOf(s_speaksOfStores);

    [Fact]
    public void No_two_public_types_have_one_name() =>
        ((string[])[
            "BlogKit", "BlogKit.AI", "BlogKit.Akismet", "BlogKit.AspNetCore", "BlogKit.Html", "BlogKit.Interchange", "BlogKit.Moderation", "BlogKit.OpenWeb",
            "BlogKit.Sqlite",
        ])
            .SelectMany(static package => Assembly.Load(package).GetExportedTypes())
            .Where(static type => !type.IsNested)
            .GroupBy(static type => type.Name, StringComparer.Ordinal)
            .Where(static types => types.Skip(1).Any())
            .Select(static types => types.Key)
            .Should().BeEmpty();

    private static IEnumerable<Type> Named(MemberInfo member) => member switch
    {
        PropertyInfo property => Parts(property.PropertyType),
        MethodBase method => method.GetParameters()
            .SelectMany(static p => Parts(p.ParameterType))
            .Concat(method is MethodInfo { ReturnType: var given } ? Parts(given) : []),
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type) => type.HasElementType
        ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Prepend(type) : [type];
}
