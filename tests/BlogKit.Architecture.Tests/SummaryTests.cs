using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BlogKit.Architecture;

/// <summary>The first sentence of a summary says what the thing is or does, in a way that can be read without the code.</summary>
public sealed class SummaryTests
{
    private static readonly string[] Oblique = ["What", "Who", "Whose", "Whom", "Nobody", "Where", "That"];

    [Fact]
    public void A_summary_of_the_public_API_begins_with_the_thing_or_with_a_verb()
    {
        var summaries = Repository.Sources("src")
            .Where(static file => !file.Contains("BlogKit.Tool", StringComparison.Ordinal)
                && !file.Contains("BlogKit.Templates", StringComparison.Ordinal))
            .SelectMany(Summaries)
            .ToList();

        summaries.Should().HaveCountGreaterThan(2_000);
        summaries.Where(static summary => Oblique.Contains(summary.Text.Split(' ')[0]))
            .Select(static summary => $"{summary.At}: {summary.Text}")
            .Should().BeEmpty("\"The status of a comment.\" is found by who looks for it, \"What has become of a comment.\" is not");
    }

    private static IEnumerable<(string At, string Text)> Summaries(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>()
            .Where(static member => member is not BaseNamespaceDeclarationSyntax
                && member.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().All(IsPublic))
            .SelectMany(
                static member => member.GetLeadingTrivia().Select(static trivia => trivia.GetStructure())
                    .OfType<DocumentationCommentTriviaSyntax>()
                    .SelectMany(static comment => comment.Content.OfType<XmlElementSyntax>())
                    .Where(static element => element.StartTag.Name.ToString() == "summary"))
            .Select(summary => ($"{Path.GetFileName(file)}({LineOf(summary)})", TextOf(summary)));

    private static bool IsPublic(MemberDeclarationSyntax member) =>
        member is BaseNamespaceDeclarationSyntax or EnumMemberDeclarationSyntax
        || member.Modifiers.Any(SyntaxKind.PublicKeyword)
        || member.Parent is InterfaceDeclarationSyntax;

    private static int LineOf(XmlElementSyntax summary) => summary.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static string TextOf(XmlElementSyntax summary) =>
        string.Join(
            ' ',
            summary.Content.ToString().Replace("///", "", StringComparison.Ordinal)
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
