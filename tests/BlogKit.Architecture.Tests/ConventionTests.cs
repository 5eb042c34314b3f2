using System.Reflection;
using System.Text.RegularExpressions;

namespace BlogKit.Architecture;

public sealed partial class ConventionTests
{
    private static readonly string[] Packages =
        [
            "BlogKit", "BlogKit.AI", "BlogKit.Akismet", "BlogKit.AspNetCore", "BlogKit.Html", "BlogKit.Interchange", "BlogKit.Moderation", "BlogKit.OpenWeb",
            "BlogKit.Sqlite",
        ];

    public static TheoryData<string> Assemblies => [.. Packages];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void No_type_has_static_mutable_state(string package)
    {
        var mutable = Assembly.Load(package).GetTypes()
            .Where(
                static t => !t.Name.Contains('<', StringComparison.Ordinal) && !(t.FullName ?? "").Contains("__", StringComparison.Ordinal))
            .SelectMany(
                static t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(static f => f is { IsInitOnly: false, IsLiteral: false }
                && !f.Name.Contains('<', StringComparison.Ordinal)
                && !f.Name.Contains("__", StringComparison.Ordinal))
            .Select(static f => $"{f.DeclaringType}.{f.Name}");

        mutable.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_public_async_method_takes_a_cancellation_token(string package)
    {
        var without = Assembly.Load(package).GetExportedTypes()
            .SelectMany(
                static t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(static m => typeof(Task).IsAssignableFrom(m.ReturnType)
                || m.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal))
            // What overrides a framework's method has its parameters. A request brings its own token.
            .Where(static m => m.GetBaseDefinition().DeclaringType == m.DeclaringType)
            .Where(static m => m.Name is not ("DisposeAsync" or "SetParametersAsync")
                && m.GetParameters().All(static p => p.ParameterType != typeof(CancellationToken)
                    && p.ParameterType.Name is not ("HttpContext" or "BlogRequest")))
            .Select(static m => $"{m.DeclaringType}.{m.Name}");

        without.Should().BeEmpty();
    }

    [Fact]
    public void A_service_is_made_by_the_container_alone_so_that_it_may_come_to_need_more()
    {
        var made = ((string[])["BlogKit", "BlogKit.Moderation"])
            .SelectMany(static package => Assembly.Load(package).GetExportedTypes())
            .Where(static t => t is { IsClass: true, IsAbstract: false }
                && (t.Name.EndsWith("Service", StringComparison.Ordinal) || t == typeof(RenderingRefresh)))
            .ToLookup(static t => t.GetConstructors().Length > 0, static t => t.Name);

        made[true].Should().BeEmpty();
        made[false].Should().HaveCountGreaterThan(20);
    }

    [Fact]
    public void A_record_that_may_grow_is_made_by_its_members_names_so_that_two_numbers_cannot_change_places()
    {
        var positional = ((string[])["BlogKit", "BlogKit.Moderation"])
            .SelectMany(static package => Assembly.Load(package).GetExportedTypes())
            .Where(static t => t is { IsClass: true, IsGenericType: false } && t.GetMethod("<Clone>$") is not null)
            .SelectMany(static t => t.GetConstructors().Select(c => (Type: t, Parameters: c.GetParameters())))
            .Where(static made => made.Parameters.Length > 4 || made.Parameters.Count(static p => p.ParameterType == typeof(int)) > 2)
            .Select(static made => made.Type.Name);

        positional.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Collections_in_options_are_there_from_the_start_and_are_only_filled(string package)
    {
        var collections = Assembly.Load(package).GetExportedTypes()
            .Where(static t => t.Name.EndsWith("Options", StringComparison.Ordinal) && t.GetMethod("<Clone>$") is null)
            .SelectMany(static t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(static p => p.PropertyType != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(p.PropertyType))
            .ToArray();
        Type[] shapes = [typeof(IList<>), typeof(ISet<>), typeof(IDictionary<,>)];

        collections
            .Where(p => p.CanWrite || !p.PropertyType.IsGenericType || !shapes.Contains(p.PropertyType.GetGenericTypeDefinition()))
            .Select(static p => $"{p.DeclaringType!.Name}.{p.Name}")
            .Should().BeEmpty();
    }

    [Fact]
    public void Every_suppressed_warning_says_why_on_its_line()
    {
        var unexplained = Repository.Sources("src")
            .SelectMany(static file => File.ReadLines(file).Select((line, index) => (file, line, index)))
            .Where(static l => l.line.Contains("#pragma warning disable", StringComparison.Ordinal)
                && !l.line.Contains("//", StringComparison.Ordinal))
            .Select(static l => $"{Path.GetFileName(l.file)}:{l.index + 1}");

        unexplained.Should().BeEmpty();
    }

    [Fact]
    public void A_component_never_leaves_its_dispatcher()
    {
        var leaving = Directory.GetFiles(Repository.PathTo("src"), "*.*", SearchOption.AllDirectories)
            .Where(static file => Path.GetExtension(file) is ".razor"
                || (Path.GetExtension(file) is ".cs" && IsComponent().IsMatch(File.ReadAllText(file))))
            .Where(static file => File.ReadAllText(file).Contains("ConfigureAwait(false)", StringComparison.Ordinal))
            .Select(Path.GetFileName);

        leaving.Should().BeEmpty(because: "a renderer refuses what is done outside of its dispatcher");
    }

    [Fact]
    public void A_source_file_has_one_public_type_at_most()
    {
        var crowded = Repository.Sources("src")
            .Where(static file => PublicType().Count(File.ReadAllText(file)) > 1)
            .Select(Path.GetFileName);

        crowded.Should().BeEmpty();
    }

    [GeneratedRegex(
        @"^public [a-z ]*(class|record|struct|interface|enum|delegate) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex PublicType();

    [GeneratedRegex(
        @"^(public|internal)[a-z ]* class [^\n]*[:,] *((ComponentBase|IComponent|LayoutComponentBase)\b|BlogView<)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        5_000)]
    private static partial Regex IsComponent();
}
