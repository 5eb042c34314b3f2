using System.CommandLine;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Renders again what another version of the renderer made.</summary>
internal sealed class RerenderCommand(CommonOptions common)
    : HostCommand<RerenderAnswer>(
        "rerender", "Renders again every text that another version of the renderer made.", common, AnswersJson.Default.RerenderAnswer)
{
    protected override bool OnlyConfirms => true;

    protected override async Task<Result<RerenderAnswer>> RunAsync(
        BlogHost host, Terminal terminal, ParseResult input, CancellationToken cancellationToken)
    {
        var rendered = 0;
        await terminal.WorkAsync<int>(
            "Rendering",
            static done => Words.Count(done, "text", "texts"),
            async progress => rendered = await host.Rendering.RunAsync(progress, cancellationToken));
        return new RerenderAnswer(rendered);
    }

    protected override void Show(RerenderAnswer answer, IAnsiConsole console) =>
        console.MarkupLine($"{Words.Count(answer.Rendered, "text was", "texts were")} rendered again.");
}
