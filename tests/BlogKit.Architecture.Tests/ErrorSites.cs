using System.Collections.Immutable;
using BlogKit.Moderation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BlogKit.Architecture;

/// <summary>
/// Finds every place in <c>src</c> where an error is made: the calls of <see cref="BlogError.Of"/>, and those of the methods that hand
/// their own parameters on to it.
/// </summary>
internal sealed class ErrorSites
{
    private readonly CSharpCompilation _compilation;
    private readonly ILookup<string, InvocationExpressionSyntax> _calls;
    private readonly List<ErrorSite> _found = [];

    private ErrorSites()
    {
        _compilation = SourceCompilation.Of(
            Repository.Sources("src").Where(static file => !file.Contains("/BlogKit.Templates/", StringComparison.Ordinal)),
            static assembly => assembly.StartsWith("BlogKit", StringComparison.Ordinal));
        _calls = _compilation.TreesOfFiles()
            .SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            .ToLookup(NameOf);
    }

    public static ImmutableArray<ErrorSite> All { get; } = new ErrorSites().Find();

    private ImmutableArray<ErrorSite> Find()
    {
        var of = _compilation.GetTypeByMetadataName("BlogKit.BlogError")!.GetMembers("Of").OfType<IMethodSymbol>().Single();
        FollowCallers(
            of,
            new Draft(Of(of, "code"), Of(of, "template"), Of(of, "field"), [], Forwarded: Of(of, "arguments").Parameter),
            [of]);
        return [.. _found.Distinct()];

        static Piece Of(IMethodSymbol method, string name) => new(method.Parameters.Single(p => p.Name == name), []);
    }

    private void FollowCallers(IMethodSymbol method, Draft draft, ImmutableArray<IMethodSymbol> path)
    {
        foreach (var call in _calls[method.Name].Where(
            call => call.ArgumentList.Arguments.Count >= method.Parameters.Count(static p => !p.IsOptional && !p.IsParams)))
        {
            var model = _compilation.GetSemanticModel(call.SyntaxTree);
            var info = model.GetSymbolInfo(call);
            var called = (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) as IMethodSymbol;
            if (!SymbolEqualityComparer.Default.Equals(called?.OriginalDefinition, method))
            {
                continue;
            }

            var filled = new Draft(
                Fill(draft.Code),
                Fill(draft.Template),
                Fill(draft.Field),
                [.. draft.Arguments, .. Names(draft.Forwarded)],
                Passed(draft.Forwarded));
            if (filled.Parameters.FirstOrDefault()?.ContainingSymbol is IMethodSymbol helper)
            {
                if (!path.Contains(helper, SymbolEqualityComparer.Default))
                {
                    FollowCallers(helper, filled, path.Add(helper));
                }
            }
            else
            {
                // A field that callers name is some field; what they call it says nothing about the error.
                ImmutableArray<string?> fields = filled.Field.Parameter is null ? filled.Field.Texts : [.. filled.Field.Texts, null];
                _found.Add(new ErrorSite(PlaceOf(call), filled.Code.Texts, filled.Template.Texts, fields, filled.Arguments));
            }

            Piece Fill(Piece piece) => piece.Parameter is not { } parameter ? piece
                : Argument(call, method, parameter) is { } given ? Read(given.Expression, model)
                : new Piece(null, []);

            ImmutableArray<string> Names(IParameterSymbol? parameter) => parameter is null ? []
                : [.. Arguments(call, method, parameter)
                    .SelectMany(static a => Tuples(a.Expression))
                    .Select(tuple => model.GetConstantValue(tuple.Arguments[0].Expression).Value as string ?? "?")];

            IParameterSymbol? Passed(IParameterSymbol? parameter) => parameter is null ? null
                : Arguments(call, method, parameter)
                    .Select(a => model.GetSymbolInfo(a.Expression).Symbol as IParameterSymbol)
                    .FirstOrDefault(static p => p is not null);
        }
    }

    private static Piece Read(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Read(inner.Expression, model),
        ConditionalExpressionSyntax either => Join(Read(either.WhenTrue, model), Read(either.WhenFalse, model)),
        SwitchExpressionSyntax choice => choice.Arms.Select(arm => Read(arm.Expression, model)).Aggregate(Join),
        _ when model.GetSymbolInfo(expression).Symbol is IPropertySymbol
        {
            Name: nameof(
            FindingRefusal.Code), ContainingType.Name: nameof(FindingRefusal)
        } => Refusals(model.Compilation),
        _ when model.GetConstantValue(expression) is { HasValue: true } constant =>
            constant.Value is string text ? new Piece(null, [text]) : new Piece(null, []),
        _ when model.GetSymbolInfo(
            expression).Symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { Name.Length: > 0 } } parameter =>
            new Piece(parameter, []),
        _ => new Piece(null, [null]),
    };

    // A finding that refuses carries the code: it is one of those that refusals are made with.
    private static Piece Refusals(Compilation compilation) => new(null,
    [
        .. from tree in compilation.SyntaxTrees
           let text = tree.ToString()
           where text.Contains(nameof(FindingRefusal), StringComparison.Ordinal)
           from made in tree.GetRoot().DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
           let model = compilation.GetSemanticModel(tree)
           where model.GetTypeInfo(made).Type?.Name is nameof(FindingRefusal)
           select model.GetConstantValue(made.ArgumentList!.Arguments[1].Expression).Value as string,
    ]);

    private static Piece Join(Piece one, Piece other) => new(one.Parameter ?? other.Parameter, [.. one.Texts, .. other.Texts]);

    private static ArgumentSyntax? Argument(InvocationExpressionSyntax call, IMethodSymbol method, IParameterSymbol parameter) =>
        Arguments(call, method, parameter).FirstOrDefault();

    private static IEnumerable<ArgumentSyntax> Arguments(InvocationExpressionSyntax call, IMethodSymbol method, IParameterSymbol parameter)
    {
        var given = call.ArgumentList.Arguments;
        var place = method.Parameters.IndexOf(method.Parameters.Single(p => p.Name == parameter.Name));
        return given.Where((argument, index) => argument.NameColon is { } named
            ? named.Name.Identifier.Text == parameter.Name
            : index == place || (parameter.IsParams && index > place));
    }

    private static IEnumerable<TupleExpressionSyntax> Tuples(ExpressionSyntax expression) => expression switch
    {
        TupleExpressionSyntax tuple => [tuple],
        CollectionExpressionSyntax many => many.Elements.OfType<ExpressionElementSyntax>().SelectMany(static e => Tuples(e.Expression)),
        _ => [],
    };

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Name: var name } => name.Identifier.Text,
        SimpleNameSyntax name => name.Identifier.Text,
        _ => "",
    };

    private static string PlaceOf(SyntaxNode node)
    {
        var place = node.GetLocation().GetLineSpan();
        return $"{Path.GetRelativePath(Repository.PathTo("src"), place.Path).Replace('\\', '/')}:{place.StartLinePosition.Line + 1}";
    }

    /// <summary>Texts that are written in the source, and the parameter by which callers give others.</summary>
    private readonly record struct Piece(IParameterSymbol? Parameter, ImmutableArray<string?> Texts);

    private sealed record Draft(Piece Code, Piece Template, Piece Field, ImmutableArray<string> Arguments, IParameterSymbol? Forwarded)
    {
        /// <summary>What the callers of the method have to give before the error is known.</summary>
        public IEnumerable<IParameterSymbol> Parameters =>
            new[] { Code.Parameter, Template.Parameter, Forwarded }.OfType<IParameterSymbol>();
    }
}
