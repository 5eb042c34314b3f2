using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BlogKit.Architecture;

/// <summary>
/// Which folder of a package names types of which other one, by the compiler's understanding of its sources. A type that is named, made, or
/// whose static member or extension is called is used; what a view's markup alone uses, and what documentation comments name, is not
/// counted.
/// </summary>
internal sealed class FolderUses
{
    private readonly SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> _uses = new(StringComparer.Ordinal);

    private FolderUses(string package)
    {
        var root = Repository.PathTo("src", package);
        var compilation = SourceCompilation.Of(
            Repository.Sources("src", package).Concat(Repository.Sources("src", "Shared")), assembly => assembly == package + ".dll");
        foreach (var tree in compilation.TreesOfFiles().Where(
            tree => tree.FilePath.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
        {
            Read(compilation.GetSemanticModel(tree), tree, root);
        }
    }

    /// <summary>Each folder with those that it uses, in order.</summary>
    public IEnumerable<KeyValuePair<string, IEnumerable<string>>> Folders =>
        _uses.Select(static uses => KeyValuePair.Create<string, IEnumerable<string>>(uses.Key, uses.Value.Keys));

    /// <summary>The files of a folder that use another one, each with what it names first.</summary>
    public IEnumerable<string> Files(string folder, string used) => _uses[folder][used];

    public static FolderUses Of(string package) => new(package);

    /// <summary>Every set of folders that use each other, directly or around; those that stand alone are left out.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Knots(Func<string, string, bool> isLeftOut)
    {
        var reached = _uses.Keys.ToDictionary(static f => f, f => Reach(f, isLeftOut), StringComparer.Ordinal);
        return [.. _uses.Keys
            .Where(f => reached[f].Contains(f))
            .GroupBy(
                f => string.Join(
                    ' ',
                    reached[f].Where(other => reached.TryGetValue(other, out var back) && back.Contains(f)).Order(StringComparer.Ordinal)),
                StringComparer.Ordinal)
            .Select(static knot => (IReadOnlyList<string>)[.. knot])];
    }

    private HashSet<string> Reach(string folder, Func<string, string, bool> isLeftOut)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var from))
        {
            foreach (var to in _uses.GetValueOrDefault(from)?.Keys.Where(to => !isLeftOut(from, to)) ?? [])
            {
                if (reached.Add(to))
                {
                    open.Push(to);
                }
            }
        }

        return reached;
    }

    private void Read(SemanticModel model, SyntaxTree tree, string root)
    {
        var folder = FolderOf(tree.FilePath, root);
        var uses = _uses.TryGetValue(folder, out var known) ? known : _uses[folder] = new(StringComparer.Ordinal);
        foreach (var node in tree.GetRoot()
            .DescendantNodes()
            .Where(static n => n is SimpleNameSyntax or BaseObjectCreationExpressionSyntax))
        {
            var type = TypeOf(model.GetSymbolInfo(node).Symbol, node);
            if (type is null || type.Locations.All(static l => l.SourceTree is null))
            {
                continue;
            }

            // A class that is spread over folders is at home in the file of its name, and nobody's guest in the others.
            var places = type.Locations
                .Select(static l => l.SourceTree?.FilePath ?? "")
                .Where(file => file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                .OrderBy(file => Path.GetFileNameWithoutExtension(file).Length)
                .ToList();
            if (places.Count > 0 && !places.Exists(file => FolderOf(file, root) == folder))
            {
                var home = FolderOf(places[0], root);
                var files = uses.TryGetValue(home, out var some) ? some : uses[home] = new(StringComparer.Ordinal);
                files.Add($"{Path.GetRelativePath(root, tree.FilePath)} ({type.Name})");
            }
        }
    }

    private static INamedTypeSymbol? TypeOf(ISymbol? symbol, SyntaxNode node) => symbol switch
    {
        INamedTypeSymbol type => type.OriginalDefinition,
        IMethodSymbol { MethodKind: MethodKind.Constructor } made => made.ContainingType.OriginalDefinition,
        IMethodSymbol { ReducedFrom: { } extension } => extension.ContainingType.OriginalDefinition,
        { IsStatic: true, ContainingType: { } home } when node is SimpleNameSyntax => home.OriginalDefinition,
        _ => null,
    };

    private static string FolderOf(string file, string root) =>
        Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar) is [var folder, _, ..] ? folder : "(root)";
}
