using System.Reflection;

namespace BlogKit.Architecture;

/// <summary>
/// A method of the public API is called by a verb, the same one for the same thing everywhere, so that a call says what is done and a
/// name can be guessed.
/// </summary>
public sealed class MethodNameTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // A new verb is added only when none of these says it.
    private static readonly HashSet<string> s_verbs =
    [
        // Reading: ServiceCallTests says which of these gives what.
        "Find", "Get", "List", "Read", "Count", "Locate", "Search", "Open",

        // Putting into words and other forms.
        "Combine", "Compute", "Cut", "Describe", "Format", "Join", "Normalize", "Parse", "Preview", "Render", "Report", "Resolve", "Sum",

        // Making and changing.
        "Add", "Apply", "Archive", "Clean", "Create", "Delete", "Dismiss", "Discard", "Edit", "Flag", "Forget", "Forgive", "Import",
        "Issue", "Make", "Merge", "Move", "Pin", "Publish", "Purge", "Relocate", "Remove", "Restore", "Return", "Save", "Schedule", "Set",
        "Unarchive", "Unflag", "Unpin", "Update", "Withdraw", "Write",

        // Saying, deciding, asking.
        "Announce", "Appeal", "Approve", "Ask", "Authenticate", "Ban", "Begin", "Check", "Choose", "Decide", "Ensure", "Evaluate", "Export",
        "Hold", "Judge", "Lift", "Mark", "Post", "Prepare", "React", "Record", "Redo", "Run", "Say", "Start", "Submit", "Subscribe",
        "Teach", "Train", "Trash", "Undo", "Verify", "Vote",

        // Setting up.
        "Assert", "Die", "Map", "Replace", "Restart", "Use",
    ];

    // A copy, a conversion, a factory and a question have no verb of their own: what stands before the name says which it is.
    private static readonly HashSet<string> s_prefixes =
    [
        "Try", "With", "Without", "To", "From", "For", "Of", "Is", "Are", "Has", "Allows", "Matches",
    ];

    private static readonly Dictionary<string, string> s_nouns = new(StringComparer.Ordinal)
    {
        ["BlogLinks"] = "a table of addresses, read in views beside its properties: Links.Home, Links.Tags, Links.Post(slug)",
        ["SampleData"] = "a table of examples: SampleData.Post(), SampleData.Comment(…)",
        ["IIdGenerator.Next"] = "as Random.Next of .NET: the next of an order",
    };

    private static readonly string[] s_packages =
    [
        "BlogKit", "BlogKit.AI", "BlogKit.Akismet", "BlogKit.AspNetCore", "BlogKit.Html", "BlogKit.Interchange", "BlogKit.Moderation", "BlogKit.OpenWeb",
        "BlogKit.Specification.Tests", "BlogKit.Sqlite",
    ];

    public static TheoryData<string> Packages => [.. s_packages];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_method_of_the_public_API_is_called_by_a_verb(string package)
    {
        Own(package)
            .Where(static m => !s_verbs.Contains(FirstWord(m)) && !s_prefixes.Contains(FirstWord(m)) && !IsNoun(m) && !IsFactory(m))
            .Select(Name).Distinct()
            .Should().BeEmpty("a call says what is done: Find… may be null, Get… is always there, Create… makes it (docs/contributing.md)");
    }

    [Fact]
    public void Every_verb_and_every_exception_is_used()
    {
        var all = s_packages.SelectMany(Own).ToList();

        s_verbs.Concat(s_prefixes).Except(all.Select(FirstWord)).Should().BeEmpty();
        s_nouns.Keys.Except(all.Select(Name).Concat(all.Select(static m => m.DeclaringType!.Name))).Should().BeEmpty();
    }

    // What the framework or the compiler named is not ours to name, nor are tests, which are sentences.
    private static IEnumerable<MethodInfo> Own(string package) => Assembly.Load(package).GetExportedTypes()
        .Where(static t => !typeof(Delegate).IsAssignableFrom(t))
        .SelectMany(static t => t.GetMethods(Declared))
        .Where(static m => m is { IsSpecialName: false } && (m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly)
            && !m.Name.Contains('<', StringComparison.Ordinal)
            && !m.Name.StartsWith("get_", StringComparison.Ordinal) // of an extension, which does not say that it is special
            && m.GetBaseDefinition().DeclaringType!.Assembly == m.DeclaringType!.Assembly
            && m.Name is not ("Deconstruct" or "PrintMembers")
            && !m.GetCustomAttributes<FactAttribute>(inherit: true).Any()
            && !IsForeign(m));

    private static bool IsForeign(MethodInfo method) => method.DeclaringType is { IsInterface: false } type
        && type.GetInterfaces()
            .Where(i => i.Assembly != type.Assembly && !i.Assembly.GetName().Name!.StartsWith("BlogKit", StringComparison.Ordinal))
            .Any(i => type.GetInterfaceMap(i).TargetMethods.Contains(method));

    private static bool IsNoun(MethodInfo method) =>
        s_nouns.ContainsKey(method.DeclaringType!.Name) || s_nouns.ContainsKey(Name(method));

    // Actor.Guest(secret), as Result.Success: the type that is made stands before the name.
    private static bool IsFactory(MethodInfo method) => method.IsStatic && method.ReturnType == method.DeclaringType;

    private static string FirstWord(MethodInfo method)
    {
        var end = 1;
        while (end < method.Name.Length && !char.IsUpper(method.Name[end]))
        {
            end++;
        }

        return method.Name[..end];
    }

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
