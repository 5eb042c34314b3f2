using Microsoft.CodeAnalysis;

namespace BlogKit.Architecture;

/// <summary>A view takes its model by type: the compiler refuses a component that could not show the page it is put in the place of.</summary>
public sealed class ViewReplacementTests
{
    [Theory]
    [InlineData("SearchView, SearchModel, Search")]
    [InlineData("QueueView, QueueModel, Queue")]
    public void A_component_for_the_model_of_a_page_may_replace_its_view(string types) => Complaints(types).Should().BeEmpty();

    [Theory]
    [InlineData("SearchView, SearchModel, Queue", "CS0311")]
    [InlineData("SearchView, QueueModel, Queue", "CS0311")]
    [InlineData("SearchView, SearchModel, Loose", "CS0311")]
    [InlineData("CommentForm, CommentFormModel, Form", "CS0311")]
    public void A_component_for_another_model_and_one_for_a_part_of_pages_do_not_compile(string types, string code) =>
        Complaints(types).Should().OnlyContain(complaint => complaint == code).And.NotBeEmpty();

    private static string[] Complaints(string types)
    {
        var compilation = SourceCompilation.Of(
            $$"""
            using BlogKit;
            using BlogKit.AspNetCore;
            using BlogKit.AspNetCore.Components;
            using Microsoft.AspNetCore.Components;
            using Microsoft.Extensions.DependencyInjection;

            static class Program
            {
                static void Replace(BlogKitBuilder builder) => builder.ReplaceView<{{types}}>();
            }

            sealed class Search : BlogView<SearchModel>;

            sealed class Queue : BlogView<QueueModel>;

            sealed class Form : BlogView<CommentFormModel>;

            sealed class Loose : ComponentBase
            {
                [Parameter]
                public required SearchModel Model { get; set; }
            }
            """);
        return [.. compilation.GetDiagnostics().Where(static d => d.Severity is DiagnosticSeverity.Error).Select(static d => d.Id)];
    }
}
