using BlogKit.Moderation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BlogKit.Architecture;

/// <summary>A value of an enumeration that is kept as a number means the same in every later version.</summary>
public sealed class StoredNumberTests
{
    private static readonly Lazy<IReadOnlyCollection<INamedTypeSymbol>> s_stored = new(Stored);

    [Fact]
    public void Whatever_is_stored_as_a_number_has_its_numbers_written_in_the_source()
    {
        var missing =
            from stored in s_stored.Value
            let declaration = Declaration(stored)
            from member in declaration.Members
            where member.EqualsValue is null
            select $"{stored.Name}.{member.Identifier.Text} has no written number";

        missing.Should().BeEmpty("a member that is moved or inserted would change what is in every database");
    }

    [Fact]
    public void Whatever_is_stored_as_a_number_says_so_in_its_documentation() =>
        s_stored.Value.Where(
            static stored => !Declaration(stored).GetLeadingTrivia().ToFullString().Contains("never reused", StringComparison.Ordinal))
            .Should().BeEmpty("who adds a member reads that the numbers last");

    [Fact]
    public void The_numbers_in_columns_in_stored_json_and_in_cursors_are_found() =>
        s_stored.Value.Select(static stored => stored.Name).Should().Contain(
            [
                nameof(CommentStatus),
                nameof(ModerationAction),
                nameof(BlogRoles),
                nameof(EvidenceField),
                nameof(ModerationOutcome),
                nameof(QueueOrder),
            ]);

    private static HashSet<INamedTypeSymbol> Stored()
    {
        var compilation = SourceCompilation.Of(
            Repository.Sources("src", "BlogKit.Sqlite").Append(Repository.PathTo("src", "BlogKit", "Storage", "Internal", "CursorText.cs")),
            static assembly => assembly is "BlogKit.Sqlite.dll");

        var found = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var tree in compilation.TreesOfFiles())
        {
            var model = compilation.GetSemanticModel(tree);
            var root = tree.GetRoot();
            foreach (var cast in root.DescendantNodes().OfType<CastExpressionSyntax>())
            {
                Collect(model.GetTypeInfo(cast.Type).Type, found);
                Collect(model.GetTypeInfo(cast.Expression).Type, found);
            }

            var serialized = root.DescendantNodes().OfType<AttributeSyntax>()
                .Where(static attribute => attribute.Name.ToString() is "JsonSerializable")
                .SelectMany(static attribute => attribute.DescendantNodes().OfType<TypeOfExpressionSyntax>());
            foreach (var type in serialized)
            {
                Walk(model.GetTypeInfo(type.Type).Type, found, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));
            }
        }

        return found;
    }

    private static void Collect(ITypeSymbol? type, HashSet<INamedTypeSymbol> found)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
        {
            type = inner;
        }

        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } stored && IsOurs(stored))
        {
            found.Add(stored);
        }
    }

    private static void Walk(ITypeSymbol? type, HashSet<INamedTypeSymbol> found, HashSet<ITypeSymbol> seen)
    {
        if (type is not INamedTypeSymbol named || !seen.Add(named))
        {
            return;
        }

        Collect(named, found);
        foreach (var argument in named.TypeArguments)
        {
            Walk(argument, found, seen);
        }

        foreach (var property in IsOurs(named) ? named.GetMembers().OfType<IPropertySymbol>().Where(IsStored) : [])
        {
            Walk(property.Type, found, seen);
        }
    }

    private static bool IsStored(IPropertySymbol property) =>
        !property.GetAttributes().Any(static a => a.AttributeClass?.Name is "JsonIgnoreAttribute");

    private static bool IsOurs(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString().Split('.')[0] is "BlogKit";

    private static EnumDeclarationSyntax Declaration(INamedTypeSymbol stored) =>
        Directory.GetFiles(Repository.PathTo("src"), $"{stored.Name}.cs", SearchOption.AllDirectories)
            .SelectMany(static file => CSharpSyntaxTree.ParseText(
                File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<EnumDeclarationSyntax>())
            .Single(declaration => declaration.Identifier.Text == stored.Name);
}
